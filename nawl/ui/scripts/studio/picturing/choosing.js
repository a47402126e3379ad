/* The best so many of the yarns that may be used: greedy by what each adds, then swaps while they help. */
import { Toning } from "./assigning.js";
import { channels, weighed } from "./colour.js";

/* The picture's colours, sixteen steps a channel: [{at, share}]. */
function coloursOf(keys, tone) {
  const bins = new Uint32Array(1 << 12);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at];
    bins[key >> 14 << 8 | (key >> 8 & 15) << 4 | key >> 2 & 15] += 1;
  }
  const toning = new Toning(tone);
  const found = [];
  for (let bin = 0; bin < bins.length; bin += 1) {
    if (bins[bin]) {
      const key = bin >> 8 << 14 | 2 << 12 | (bin >> 4 & 15) << 8 | 2 << 6 | (bin & 15) << 2 | 2;
      found.push({ at: Array.from(toning.placeOf(key)), share: bins[bin] });
    }
  }
  return found;
}

function distances(colours, yarns) {
  return yarns.map((yarn) => {
    const at = weighed(...channels(yarn.hex));
    return Float32Array.from(colours, (colour) => {
      const l = at[0] - colour.at[0];
      const a = at[1] - colour.at[1];
      const b = at[2] - colour.at[2];
      return colour.share * (l * l + a * a + b * b);
    });
  });
}

function costOf(chosen, table, count) {
  let cost = 0;
  for (let at = 0; at < count; at += 1) {
    let least = Infinity;
    for (let n = 0; n < chosen.length; n += 1) {
      least = Math.min(least, table[chosen[n]][at]);
    }
    cost += least;
  }
  return cost;
}

/* Return the yarns that the chart shall have, in their own order. */
export function chosenYarns(keys, yarns, most, tone) {
  if (yarns.length <= most) {
    return yarns;
  }
  const colours = coloursOf(keys, tone);
  const table = distances(colours, yarns);
  const nearest = new Float32Array(colours.length).fill(Infinity);
  const chosen = [];
  while (chosen.length < most) {
    const next = bestNext(table, nearest, chosen);
    chosen.push(next);
    const row = table[next];
    for (let at = 0; at < row.length; at += 1) {
      nearest[at] = Math.min(nearest[at], row[at]);
    }
  }
  swap(chosen, table, colours.length);
  return chosen.sort((one, other) => one - other).map((at) => yarns[at]);
}

function bestNext(table, nearest, chosen) {
  let best = -1;
  let least = Infinity;
  table.forEach((row, candidate) => {
    if (chosen.includes(candidate)) {
      return;
    }
    let cost = 0;
    for (let at = 0; at < row.length; at += 1) {
      cost += row[at] < nearest[at] ? row[at] : nearest[at];
    }
    if (cost < least) {
      least = cost;
      best = candidate;
    }
  });
  return best;
}

/* One round of swaps: each chosen yarn against each that was left. */
function swap(chosen, table, count) {
  if (chosen.length * chosen.length * table.length * count > 1.2e7) {
    return; /* a live preview does not wait for the last per cent */
  }
  let cost = costOf(chosen, table, count);
  chosen.forEach((_, place) => {
    table.forEach((row, candidate) => {
      if (!chosen.includes(candidate)) {
        const tried = chosen.slice();
        tried[place] = candidate;
        const other = costOf(tried, table, count);
        if (other < cost) {
          cost = other;
          chosen[place] = candidate;
        }
      }
    });
  });
}
