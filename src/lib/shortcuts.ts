/**
 * Every key that does something, once: the handlers ask here which key it is, and the page's list of keys (`?`) shows the same.
 * Keys are those of `KeyboardEvent.key`; "Mod+" is Ctrl, or ⌘ on Apple's keyboards.
 */
export const shortcuts = {
  everywhere: { help: ['?'], commands: ['Mod+k'], search: ['/'] },
  list: {
    next: ['ArrowDown', 'j'],
    previous: ['ArrowUp', 'k'],
    first: ['Home'],
    last: ['End'],
    pageDown: ['PageDown'],
    pageUp: ['PageUp'],
    open: ['Enter'],
    choose: ['x', ' '],
    chooseRange: ['Shift+x', 'Shift+ '],
  },
  form: { submit: ['Mod+Enter'], close: ['Escape'] },
  rules: {
    edit: ['Enter', 'F2'],
    select: [' '],
    add: ['Insert'],
    remove: ['Delete', 'Backspace'],
    duplicate: ['Mod+d'],
    selectAll: ['Mod+a'],
    undo: ['Mod+z'],
    redo: ['Mod+y'],
  },
  map: {
    walk: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
    ends: ['Home', 'End'],
    lines: ['[', ']'],
    follow: ['Enter'],
    select: ['Enter', ' '],
    clear: ['Escape'],
    zoomIn: ['+', '='],
    zoomOut: ['-'],
    fit: ['f'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

type Shortcuts = typeof shortcuts;
export type ShortcutGroup = keyof Shortcuts;
export type ShortcutName<G extends ShortcutGroup> = keyof Shortcuts[G] & string;

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Whether a press is one of a shortcut's. Shift counts where the shortcut names it, since "?" needs it on most keyboards. */
export function isPressed<G extends ShortcutGroup>(event: KeyPress, group: G, name: ShortcutName<G>): boolean {
  const keys = shortcuts[group][name] as readonly string[];
  return keys.some((shortcut) => {
    const mod = shortcut.startsWith('Mod+');
    const shift = shortcut.startsWith('Shift+');
    const key = shortcut.replace(/^(?:Mod|Shift)\+(?=.)/, '');
    if (event.altKey || mod !== (event.ctrlKey || event.metaKey) || (shift && !event.shiftKey)) return false;
    return event.key.toLowerCase() === key.toLowerCase();
  });
}

/** True where letters are typed, so that they are no commands. */
export const typesInto = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
