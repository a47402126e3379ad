/* Filling: all knots of one colour that hang together by their sides, run by run. */
export function flood(sheet, x, y, value) {
  if (!sheet.inside(x, y)) {
    return;
  }
  const { wide, high, cells } = sheet;
  const old = cells[y * wide + x];
  if (old === value) {
    return;
  }
  const heap = [x, y];
  while (heap.length) {
    const row = heap.pop();
    let first = heap.pop();
    const start = row * wide;
    if (cells[start + first] !== old) {
      continue;
    }
    let last = first;
    while (first > 0 && cells[start + first - 1] === old) {
      first -= 1;
    }
    while (last < wide - 1 && cells[start + last + 1] === old) {
      last += 1;
    }
    sheet.span(first, last, row, value);
    [row - 1, row + 1].forEach((next) => {
      if (next >= 0 && next < high) {
        seed(cells, next * wide, first, last, old, next, heap);
      }
    });
  }
}

function seed(cells, start, first, last, old, row, heap) {
  for (let x = first; x <= last; x += 1) {
    if (cells[start + x] === old && (x === first || cells[start + x - 1] !== old)) {
      heap.push(x, row);
    }
  }
}

/* Every knot of one colour gets another. */
export function recolour(sheet, from, to) {
  const { wide, high, cells } = sheet;
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      if (cells[y * wide + x] === from) {
        sheet.put(x, y, to);
      }
    }
  }
}
