/* Open the chart: from this very file, or from the addresses that the page names; then stand at the weaver's row. */
async function read(name, address) {
  const inside = document.getElementById("talk-" + name);
  if (inside) {
    return JSON.parse(inside.textContent);
  }
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok || !(answer.headers.get("Content-Type") || "").includes("json")) {
    throw new Error("talking: " + name + " " + answer.status);
  }
  return answer.json();
}

async function open() {
  if (!window.DecompressionStream) {
    tell(words["too-old"]);
    return;
  }
  try {
    const chart = await read("chart", start.chartUrl);
    Object.assign(start, chart);
    await unpack(chart.grid);
    delete start.grid;
  } catch (error) {
    tell(words.unreachable);
    return;
  }
  clips = await read("voice", start.voiceUrl).catch(() => ({}));
  tell(hasVoice() ? "" : words["no-voice"]);
  recall();
  showChoices();
  part("main").hidden = false;
  part("keys").hidden = false;
  listen();
  showRow();
  part("next").focus({ preventScroll: true });
  keepOnDevice();
}

open();
