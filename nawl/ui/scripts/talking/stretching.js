/* Slower and faster speech at the same pitch: frames are laid over each other where they fit best (WSOLA). */
function stretched(samples, rate, speed) {
  if (speed === 1) {
    return samples;
  }
  const frame = Math.round(rate * 0.032) & ~1;
  const hop = frame / 2;
  const seek = Math.round(rate * 0.009);
  const length = Math.ceil(samples.length / speed);
  const out = new Float32Array(length + frame);
  const fade = Float32Array.from({ length: frame }, (_none, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / frame));
  let natural = 0;
  for (let put = 0; put < length; put += hop) {
    const wanted = Math.round(put * speed);
    const taken = put ? bestFit(samples, natural, wanted, seek, hop) : 0;
    for (let at = 0; at < frame && taken + at < samples.length; at += 1) {
      out[put + at] += samples[taken + at] * (put || at >= hop ? fade[at] : 1);
    }
    natural = taken + hop;
  }
  return out.subarray(0, length);
}

/* Where, near the wanted place, the sound goes on most like it would have gone on by itself. */
function bestFit(samples, natural, wanted, seek, length) {
  let best = wanted;
  let most = -Infinity;
  for (let place = Math.max(0, wanted - seek); place <= wanted + seek; place += 2) {
    let fit = 0;
    for (let at = 0; at < length; at += 2) {
      fit += (samples[natural + at] || 0) * (samples[place + at] || 0);
    }
    if (fit > most) {
      most = fit;
      best = place;
    }
  }
  return best;
}
