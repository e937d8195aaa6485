/** Whether something on the page is being pressed, so that nothing moves it away under the press. */

const begins = ['pointerdown', 'mousedown', 'touchstart'] as const;
const ends = ['pointerup', 'mouseup', 'touchend', 'pointercancel', 'touchcancel', 'dragend'] as const;

let pressed = false;
let waiting: (() => void)[] = [];
let listening = false;

function release(): void {
  pressed = false;
  // The click comes after the button is up, in the same turn.
  setTimeout(() => {
    if (pressed) return;
    const work = waiting;
    waiting = [];
    for (const one of work) one();
  });
}

/** Listens for presses from now on: whoever may ask has to, before the first. */
export function watchPresses(): void {
  if (listening) return;
  listening = true;
  const press = (): void => {
    pressed = true;
  };
  for (const name of begins) window.addEventListener(name, press, { capture: true, passive: true });
  for (const name of ends) window.addEventListener(name, release, { capture: true, passive: true });
}

/** Does it at once, or, where something is being pressed, when the press has done what it was for. */
export function afterPress(work: () => void): void {
  if (pressed) waiting.push(work);
  else work();
}
