/* The voice: clips are decoded once, at the first touch, and set one behind another on the sound's own clock. */
const GAP = 0.05;
const BREATH = 0.22;
let clips = {};
let sound = null;
let speaking = null;
const decoded = new Map();
const prepared = new Map();

function hasVoice() {
  return Object.keys(clips).length > 0;
}

/* Browsers let a page speak only after a touch or a key: this runs within one. */
function wakeVoice() {
  const Sound = window.AudioContext || window.webkitAudioContext;
  if (!sound && Sound && hasVoice()) {
    sound = new Sound();
  }
  if (sound && sound.state === "suspended") {
    sound.resume();
  }
}

function decodedClip(key) {
  if (!decoded.has(key)) {
    const bytes = bytesOf(clips[key]);
    decoded.set(key, sound.decodeAudioData(bytes.buffer).catch(() => null));
  }
  return decoded.get(key);
}

/* The second weaver hears a deeper voice from her own side. */
async function preparedClip(item) {
  const depth = item.voice ? 0.84 : 1;
  const name = [item.key, choices.speed, item.voice].join(" ");
  if (!prepared.has(name)) {
    const plain = await decodedClip(item.key);
    if (!plain) {
      return null;
    }
    const samples = stretched(plain.getChannelData(0), plain.sampleRate, SPEEDS[choices.speed] / depth);
    const buffer = sound.createBuffer(1, Math.max(1, samples.length), plain.sampleRate);
    buffer.copyToChannel(samples, 0);
    prepared.set(name, { buffer: buffer, depth: depth, seconds: samples.length / plain.sampleRate / depth });
  }
  return prepared.get(name);
}

function schedule(clip, item, at) {
  const source = sound.createBufferSource();
  source.buffer = clip.buffer;
  source.playbackRate.value = clip.depth;
  if (sound.createStereoPanner && (item.voice || item.isRight)) {
    const side = sound.createStereoPanner();
    side.pan.value = item.voice ? -0.8 : 0.8;
    source.connect(side);
    side.connect(sound.destination);
  } else {
    source.connect(sound.destination);
  }
  source.start(at);
  return source;
}

function hush() {
  if (speaking) {
    window.clearTimeout(speaking.timer);
    speaking.sources.forEach(function (source) {
      try {
        source.stop();
      } catch (error) { /* it had ended */ }
    });
    speaking = null;
  }
}

/* Say clips in their order, then call `done`; what was being said is broken off. */
async function speak(items, done) {
  hush();
  const own = { sources: [], timer: 0 };
  speaking = own;
  document.dispatchEvent(new CustomEvent("nawl:said", { detail: items.map((item) => item.key) }));
  const isHeard = sound && choices.sound === "on";
  const ready = isHeard ? await Promise.all(items.map((item) => (clips[item.key] ? preparedClip(item) : null))) : [];
  if (speaking !== own) {
    return;
  }
  const begin = sound ? sound.currentTime + 0.03 : 0;
  let at = begin;
  ready.forEach(function (clip, index) {
    if (clip) {
      own.sources.push(schedule(clip, items[index], at));
      at += clip.seconds + (items[index].isBreath ? BREATH : GAP) / SPEEDS[choices.speed];
    }
  });
  own.timer = window.setTimeout(function () {
    if (speaking === own) {
      speaking = null;
      done();
    }
  }, (at - begin) * 1000 + (isHeard ? 60 : 600));
}
