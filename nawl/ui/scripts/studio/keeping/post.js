/* The line to the server. Every answer comes as {status, body}; a page that asks to sign in counts as 401. */
function token() {
  const field = document.querySelector("input[name=csrfmiddlewaretoken]");
  return field ? field.value : "";
}

export async function post(address, body, headers = {}) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { Accept: "application/json", "X-CSRFToken": token(), ...headers },
    body
  });
  const isJson = (answer.headers.get("Content-Type") || "").startsWith("application/json");
  return { status: answer.redirected || answer.ok && !isJson ? 401 : answer.status, body: isJson ? await answer.json() : {} };
}

export async function getJson(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok || answer.redirected) {
    throw new Error(String(answer.status));
  }
  return answer.json();
}

/* Fetch the knots of the chart, a byte each, the upper row first, into `cells`; `told` hears how many have come. Answers
   which revision and which palette they are of. */
export async function getKnots(address, cells, told = () => {}) {
  const answer = await fetch(address, { cache: "no-store" });
  const come = answer.ok && !answer.redirected ? await pour(answer.body, cells, told) : 0;
  if (come !== cells.length) {
    throw new Error("knots " + answer.status + " " + come);
  }
  return toldBy(answer);
}

/* Pour a stream into cells; how many came, more than they hold where they run over. */
export async function pour(stream, cells, told = () => {}) {
  const reader = stream.getReader();
  let come = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (come + part.value.length > cells.length) {
      reader.cancel();
      return cells.length + 1;
    }
    cells.set(part.value, come);
    come += part.value.length;
    told(come);
  }
  return come;
}

export function toldBy(answer) {
  const revision = answer.headers.get("X-Revision");
  return revision === null ? null : { revision: Number(revision), palette: JSON.parse(answer.headers.get("X-Palette")) };
}

/* The bytes in the form of zlib; a browser that cannot compress sends them whole, in the same form. */
export async function deflated(bytes) {
  if (typeof CompressionStream === "undefined") {
    return stored(bytes);
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const BLOCK = 65535;

/* RFC 1950 and 1951: two bytes of head, blocks that are not compressed, the check sum. */
export function stored(bytes) {
  const blocks = Math.max(1, Math.ceil(bytes.length / BLOCK));
  const out = new Uint8Array(2 + blocks * 5 + bytes.length + 4);
  out.set([120, 1]);
  let at = 2;
  for (let block = 0; block < blocks; block += 1) {
    const part = bytes.subarray(block * BLOCK, (block + 1) * BLOCK);
    const size = part.length;
    out.set([block === blocks - 1 ? 1 : 0, size & 255, size >> 8, ~size & 255, ~size >> 8 & 255], at);
    out.set(part, at + 5);
    at += 5 + size;
  }
  let one = 1;
  let two = 0;
  for (let n = 0; n < bytes.length; n += 1) {
    one = (one + bytes[n]) % 65521;
    two = (two + one) % 65521;
  }
  out.set([two >> 8, two & 255, one >> 8, one & 255], at);
  return out;
}

export function uuid() {
  if (window.crypto.randomUUID) {
    return window.crypto.randomUUID();
  }
  const bytes = window.crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 15 | 64;
  bytes[8] = bytes[8] & 63 | 128;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
