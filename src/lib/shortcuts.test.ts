import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from '../shell/aside/en.json' with { type: 'json' };
import zh from '../shell/aside/zh.json' with { type: 'json' };
import { isPressed, type ShortcutGroup, shortcuts } from './shortcuts.ts';

const press = (key: string, more: object = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

describe('shortcuts', () => {
  it('are told from other presses', () => {
    expect(isPressed(press('?', { shiftKey: true }), 'everywhere', 'help')).toBe(true);
    expect(isPressed(press('k', { ctrlKey: true }), 'everywhere', 'commands')).toBe(true);
    expect(isPressed(press('K', { metaKey: true }), 'everywhere', 'commands')).toBe(true);
    expect(isPressed(press('k'), 'everywhere', 'commands')).toBe(false);
    expect(isPressed(press('k', { ctrlKey: true }), 'list', 'previous')).toBe(false);
    expect(isPressed(press('x'), 'list', 'chooseRange')).toBe(false);
    expect(isPressed(press('X', { shiftKey: true }), 'list', 'chooseRange')).toBe(true);
    expect(isPressed(press('+'), 'map', 'zoomIn')).toBe(true);
  });

  it('have words in both languages', () => {
    for (const group of Object.keys(shortcuts) as ShortcutGroup[]) {
      for (const name of Object.keys(shortcuts[group])) {
        for (const words of [en, zh] as Readonly<Record<string, string>>[])
          expect(words[`keys.${group}.${name}`], `${group} ${name}`).toBeTruthy();
      }
    }
  });

  it.each([
    ['rules', ['src/kit/rules/grid-keys.ts', 'src/kit/rules/editing.ts']],
    ['map', ['src/maps/scene-view.tsx']],
  ] as const)('of %s are those that its handler knows', (group, files) => {
    const source = files.map((file) => readFileSync(file, 'utf8')).join('\n');
    const keys = Object.values<readonly string[]>(shortcuts[group]).flat();
    const unknown = keys
      .map((key) => key.replace(/^Mod\+/, ''))
      .filter((key) => !source.includes(`'${key}'`) && !source.includes(`${key}:`));
    expect(unknown).toEqual([]);
  });
});
