/* What this device still held when the chart was opened: strokes that were never sent are put back and said so; strokes
   drawn on an older revision are asked about first. */
export async function putBack(draft, store, keeper) {
  const strokes = await store.strokes().catch(() => []);
  if (!strokes.length) {
    return { count: 0, isStale: false };
  }
  const isStale = strokes.some((stroke) => stroke.revision !== keeper.revision);
  if (!isStale) {
    replay(draft, strokes);
    keeper.unsent = strokes.length;
    keeper.last = strokes[strokes.length - 1].number;
  } else {
    keeper.isHeld = true;
  }
  return { count: strokes.length, isStale, strokes };
}

/* Lay strokes over what the server has. */
export function replay(draft, strokes) {
  const known = new Map(draft.yarns.map((yarn) => [yarn.code, yarn]));
  strokes.forEach((stroke) => {
    if (stroke.delta) {
      draft.sheet.apply(stroke.delta, stroke.isForward);
    }
    if (stroke.yarns) {
      draft.yarns = stroke.yarns.map((yarn) => known.get(yarn.code) || yarn);
    }
    draft.changed.ring({ delta: stroke.delta, isForward: stroke.isForward, yarns: stroke.yarns, how: "restored" });
  });
}
