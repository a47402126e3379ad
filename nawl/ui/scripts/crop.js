"use strict";

/* A picture that was chosen, turned as it will be, with the part that is taken in a frame; what is left out is dimmed. */
(function () {
  const box = document.querySelector("[data-cropped]");
  if (!box) {
    return;
  }
  const form = box.closest("form");
  const canvas = box.querySelector("canvas");
  const context = canvas.getContext("2d");
  const picture = form.querySelector("input[type=file]");
  const MOST_HIGH = 480;
  let bitmap = null;

  /* The frame as shares of the turned picture: left, top, right, bottom. */
  function part(proportion) {
    if (!form.elements.is_whole.checked) {
      return ["left", "top", "right", "bottom"].map(function (side) {
        return Math.min(100, Math.max(0, Number(form.elements[side].value) || 0)) / 100;
      });
    }
    const wanted = Number(box.dataset.cropped);
    const across = Math.max(0, (1 - wanted / proportion) / 2);
    const down = Math.max(0, (1 - proportion / wanted) / 2);
    return [across, down, 1 - across, 1 - down];
  }

  function draw() {
    const quarters = Number(form.elements.turn.value);
    const sides = quarters % 2 ? [bitmap.height, bitmap.width] : [bitmap.width, bitmap.height];
    const scale = Math.min(720 / sides[0], MOST_HIGH / sides[1]);
    canvas.width = Math.max(1, Math.round(sides[0] * scale));
    canvas.height = Math.max(1, Math.round(sides[1] * scale));
    context.save();
    context.translate(canvas.width / 2, canvas.height / 2);
    context.rotate((quarters * Math.PI) / 2);
    context.drawImage(bitmap, (-bitmap.width * scale) / 2, (-bitmap.height * scale) / 2, bitmap.width * scale, bitmap.height * scale);
    context.restore();
    const [left, top, right, bottom] = part(sides[0] / sides[1]);
    const frame = [left * canvas.width, top * canvas.height, (right - left) * canvas.width, (bottom - top) * canvas.height];
    box.dataset.part = [left, top, right, bottom].map((share) => share.toFixed(3)).join(" ");
    context.beginPath();
    context.rect(0, 0, canvas.width, canvas.height);
    context.rect(...frame);
    context.fillStyle = "rgb(30 26 24 / 55%)";
    context.fill("evenodd");
    [["#fffdf9", 5], ["#1f3b5c", 2]].forEach(function (pen) {
      context.strokeStyle = pen[0];
      context.lineWidth = pen[1];
      context.strokeRect(...frame);
    });
  }

  async function show() {
    const file = picture.files[0];
    bitmap = null;
    if (file) {
      bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null); /* none for TIFF */
    }
    box.hidden = !bitmap;
    if (bitmap) {
      draw();
    }
  }

  picture.addEventListener("change", show);
  form.addEventListener("input", function (event) {
    if (bitmap && event.target !== picture) {
      draw();
    }
  });
  if (picture.files.length) {
    show();
  }
})();
