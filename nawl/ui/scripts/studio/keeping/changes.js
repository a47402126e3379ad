/* What is sent of a chart: its difference to what the server has, with the whole's check sum; the whole where that is
   unknown, or not larger. */
import { deflated } from "./post.js";

const SMALL = 50000; /* bytes; above it the whole may be smaller still */

export async function enveloped(cells, there) {
  const check = there && await checkOf(cells);
  const changes = check ? await deflated(difference(cells, there)) : null;
  if (changes && changes.length < SMALL) {
    return { changes, check };
  }
  const bytes = await deflated(cells);
  return changes && changes.length < bytes.length ? { changes, check } : { bytes };
}

function difference(cells, there) {
  const changes = new Uint8Array(cells.length);
  for (let at = 0; at < cells.length; at += 1) {
    changes[at] = cells[at] ^ there[at];
  }
  return changes;
}

/* Without its answer a sending is known to have been written where the server's chart is just what it made. */
export async function isWritten(sending, told, cells) {
  const isNewer = sending.check && told && told.revision > sending.revision;
  const isOfItsYarns = isNewer && String(told.palette) === String(sending.yarns);
  return Boolean(isOfItsYarns) && sending.check === await checkOf(cells);
}

/* SHA-256 of the knots; null where the address is not secure, and the browser reckons none. */
async function checkOf(cells) {
  if (!window.crypto.subtle) {
    return null;
  }
  const sum = new Uint8Array(await window.crypto.subtle.digest("SHA-256", cells));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
