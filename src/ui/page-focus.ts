/**
 * After a navigation the focus goes to the new page's heading, so that screen readers hear where they are and Tab starts
 * there. A page may arrive late (its code is loaded first), so the wish waits, until the person does something else.
 */
let wished = false;

const forget = (): void => {
  wished = false;
};

/** The shell, after a navigation to another page: the next heading that appears takes the focus. */
export function wishFocus(): void {
  wished = true;
  for (const event of ['keydown', 'pointerdown']) window.addEventListener(event, forget, { once: true, capture: true });
}

/** A page's heading, when it appears. A dialog that came with the page keeps the focus. */
export function offerFocus(heading: HTMLElement): void {
  if (!wished || document.querySelector('dialog:modal')) return;
  forget();
  heading.focus({ preventScroll: true });
}
