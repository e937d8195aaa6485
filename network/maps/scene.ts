/** A picture as data: boxes, texts, lines and signs, in px from the top left. What draws it, and what measures it, reads nothing else. */
import type { WayState } from './map-hop.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/** What a part of the picture is about: it is lit where one of these is. */
interface ScenePart {
  readonly of: readonly string[];
}

export interface SceneBox extends Rect, ScenePart {
  /** The thing it stands for; '' for one that only frames others. */
  readonly key: string;
  readonly kind: 'wall' | 'lane' | 'account' | 'region' | 'table' | 'cell' | 'tile' | 'hop' | 'beyond' | 'card' | 'small' | 'stack' | 'hub';
  readonly state?: WayState;
}

/** 'exit': beside the sign of what leaves a card, which says the same. */
export type TextKind = 'head' | 'name' | 'small-name' | 'mono' | 'note' | 'word' | 'exit';

export interface SceneText extends Point, ScenePart {
  readonly kind: TextKind;
  readonly text: string;
  /** Where the text is cut, all of it. */
  readonly full: string;
  /** Of the text as it is drawn; `y` is its baseline. */
  readonly width: number;
  readonly size: number;
  /** 'inverse': on a ground of ink. */
  readonly state?: WayState | 'quiet' | 'inverse';
}

export interface SceneLine extends ScenePart {
  readonly key: string;
  /** Lines of one net may meet; those of different nets may only cross. */
  readonly net: string;
  readonly points: readonly Point[];
  readonly state: WayState;
  readonly start: 'none' | 'dot' | 'arrow' | 'ring';
  readonly end: 'none' | 'dot' | 'arrow' | 'ring' | 'cross';
}

type SignName =
  | 'nat'
  | 'instance'
  | 'peering'
  | 'direct-connect'
  | 'vpn'
  | 'ccn'
  | 'own'
  | 'other'
  | 'unread'
  | 'internet'
  | 'remote'
  | 'data-centre'
  | 'acl'
  | 'interfaces'
  | 'public'
  | 'hub'
  | 'trouble';

export type SceneSign = ScenePart &
  Rect &
  (
    | { readonly kind: 'sign'; readonly name: SignName; readonly state?: WayState | 'quiet' }
    /** `share` from 0 to 1. */
    | { readonly kind: 'bar'; readonly share: number }
    /** Its back is on the right, or on the left where `opens` says so. */
    | { readonly kind: 'bracket'; readonly opens?: 'right' }
    | { readonly kind: 'joint'; readonly state: WayState }
    /** The edges of cards behind a card. */
    | { readonly kind: 'stack' }
    /** Where an upright line passes over a level one. */
    | { readonly kind: 'bridge'; readonly state: WayState }
    /** The ground of the number of a packet's stop; a packet that ends there is crossed out beside it. `bare`: of the reason, without a number or a cross. */
    | { readonly kind: 'stop'; readonly way: 'forward' | 'return'; readonly state: WayState; readonly bare?: boolean }
  );

/** One thing's way to another along the lines of a net: drawn over them where it is lit. */
export interface SceneWay {
  readonly from: string;
  readonly to: string;
  readonly state: WayState;
  readonly points: readonly Point[];
  /** Where the two are joined by name: the way ends at a name, and goes on here. */
  readonly goesOn?: readonly Point[];
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly SceneBox[];
  readonly texts: readonly SceneText[];
  readonly lines: readonly SceneLine[];
  readonly signs: readonly SceneSign[];
  readonly ways: readonly SceneWay[];
  /** A packet's way: lines of the scene once more, drawn over them. */
  readonly traced?: readonly SceneLine[];
}

export const textSizes: Readonly<Record<TextKind, number>> = {
  head: 12,
  name: 13,
  'small-name': 12,
  mono: 11,
  note: 11,
  word: 11,
  exit: 11,
};

/** The width of a text in px, in the face and size of its kind. */
export type Measure = (text: string, kind: TextKind) => number;

/** The box that a text fills. */
export const boxOfText = ({ x, y, width, size }: SceneText): Rect => ({ x, y: y - size * 0.82, width, height: size * 1.06 });

/** The text, cut with an ellipsis to the width: its end, or its beginning, where its end tells it from others. */
function fitted(measure: Measure, text: string, kind: TextKind, room: number, cut: 'start' | 'end'): string {
  if (measure(text, kind) <= room) return text;
  const letters = [...text];
  const shortened = (n: number): string =>
    cut === 'end' ? `${letters.slice(0, n).join('')}…` : `…${letters.slice(letters.length - n).join('')}`;
  let [fits, over] = [0, letters.length];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (measure(shortened(middle), kind) <= room) fits = middle;
    else over = middle;
  }
  return shortened(fits);
}

interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly room?: number;
  readonly align?: 'left' | 'right' | 'middle';
  /** What of it goes where it has no room. */
  readonly cut?: 'start' | 'end';
  readonly state?: WayState | 'quiet' | 'inverse' | undefined;
  readonly of: readonly string[];
}

/** A text at its place: `x` is its left, right or middle. */
export function textAt(
  measure: Measure,
  kind: TextKind,
  full: string,
  { x, y, room, align = 'left', cut = 'end', state, of }: TextPlace,
): SceneText {
  const text = room === undefined ? full : fitted(measure, full, kind, room, cut);
  const width = measure(text, kind);
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  return { kind, text, full, x: left, y, width, size: textSizes[kind], of, ...(state ? { state } : {}) };
}
