"use strict";

/* Four marks on a photograph: they are dragged, or moved by the arrows, and say what the eight number fields say. */
(function () {
  const NAMES = ["upper_left", "upper_right", "lower_right", "lower_left"];
  const REACH = 28;
  const box = document.querySelector("[data-corners]");
  if (!box) {
    return;
  }
  const form = box.closest("form");
  const canvas = box.querySelector("canvas");
  const context = canvas.getContext("2d");
  const picture = form.querySelector("input[type=file]");
  let bitmap = null;
  let held = -1;

  function field(name, side) {
    return form.elements[name + "_" + side];
  }

  function point(index) {
    return ["x", "y"].map(function (side, at) {
      const share = Number(field(NAMES[index], side).value) / 100;
      return share * (at ? canvas.height : canvas.width);
    });
  }

  function put(index, x, y) {
    [["x", x / canvas.width], ["y", y / canvas.height]].forEach(function (pair) {
      const share = Math.min(1, Math.max(0, pair[1]));
      field(NAMES[index], pair[0]).value = (share * 100).toFixed(2);
    });
    const marked = form.querySelector("[name=part][value=marked]");
    if (marked) {
      marked.checked = true;
    }
  }

  function draw() {
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const points = NAMES.map(function (name, index) {
      return point(index);
    });
    [["#fffdf9", 5], ["#1f3b5c", 2]].forEach(function (pen) {
      context.strokeStyle = pen[0];
      context.lineWidth = pen[1];
      context.beginPath();
      points.forEach(function (at, index) {
        context[index ? "lineTo" : "moveTo"](at[0], at[1]);
      });
      context.closePath();
      context.stroke();
    });
    points.forEach(function (at, index) {
      context.beginPath();
      context.arc(at[0], at[1], 11, 0, 2 * Math.PI);
      context.fillStyle = index === held ? "#9a2e2b" : "#1f3b5c";
      context.fill();
      context.strokeStyle = "#fffdf9";
      context.lineWidth = 3;
      context.stroke();
    });
  }

  function spot(event) {
    const edges = canvas.getBoundingClientRect();
    return [
      ((event.clientX - edges.left) * canvas.width) / edges.width,
      ((event.clientY - edges.top) * canvas.height) / edges.height,
    ];
  }

  function nearest(at) {
    const away = NAMES.map(function (name, index) {
      const corner = point(index);
      return Math.hypot(corner[0] - at[0], corner[1] - at[1]);
    });
    const least = Math.min.apply(null, away);
    const scale = canvas.width / canvas.getBoundingClientRect().width;
    return least <= REACH * scale ? away.indexOf(least) : -1;
  }

  async function show() {
    const file = picture.files[0];
    box.hidden = !file;
    if (!file) {
      return;
    }
    try {
      bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
    } catch {
      box.hidden = true;
      return;
    }
    canvas.height = Math.round((canvas.width * bitmap.height) / bitmap.width);
    draw();
  }

  picture.addEventListener("change", show);
  form.addEventListener("input", function () {
    if (bitmap) {
      draw();
    }
  });
  canvas.addEventListener("pointerdown", function (event) {
    held = nearest(spot(event));
    if (held >= 0) {
      canvas.setPointerCapture(event.pointerId);
      event.preventDefault();
      draw();
    }
  });
  canvas.addEventListener("pointermove", function (event) {
    if (held >= 0 && event.buttons) {
      put(held, ...spot(event));
      draw();
    }
  });
  canvas.addEventListener("pointerup", draw);
  canvas.addEventListener("keydown", function (event) {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (/^[1-4]$/.test(event.key)) {
      held = Number(event.key) - 1;
      draw();
    } else if (step && held >= 0) {
      const at = point(held);
      put(held, at[0] + step[0], at[1] + step[1]);
      event.preventDefault();
      draw();
    }
  });
  document.body.addEventListener("htmx:afterSettle", function () {
    if (bitmap) {
      draw();
    }
  });
  if (picture.files.length) {
    show();
  }
})();
