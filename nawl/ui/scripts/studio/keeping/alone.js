/* One chart is drawn in one window of a browser: the strokes that this device keeps are those of one hand. A window holds
   the chart as long as it stands; where the browser has no locks, every window takes itself to be alone. */
export function heldAlone(name) {
  if (!navigator.locks) {
    return Promise.resolve(true);
  }
  return new Promise((resolve) => {
    navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      resolve(Boolean(lock));
      return lock ? new Promise(() => {}) : null;
    }).catch(() => resolve(true));
  });
}
