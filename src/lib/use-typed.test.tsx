// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useTyped } from './use-typed.ts';

describe('text that is kept elsewhere', () => {
  it('stands at once, is written once, and gives way to a change from elsewhere', () => {
    const written: string[] = [];
    const { result, rerender } = renderHook(({ value }) => useTyped(value, (text) => written.push(text)), { initialProps: { value: '' } });
    act(() => result.current[1]('stag'));
    expect(result.current[0]).toBe('stag');
    act(() => result.current[1]('staging'));
    // The URL comes after, letter by letter.
    rerender({ value: 'stag' });
    rerender({ value: 'staging' });
    expect(result.current[0]).toBe('staging');
    // What the browser tells again is no change.
    act(() => result.current[1]('staging'));
    expect(written).toEqual(['stag', 'staging']);
    rerender({ value: '' });
    expect(result.current[0]).toBe('');
  });
});
