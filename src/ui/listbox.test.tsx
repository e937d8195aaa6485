// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { showLanguage, startLanguage } from '../i18n/index.ts';
import { Combobox } from './combobox.tsx';
import { mostDrawn } from './listbox.tsx';

beforeAll(() => startLanguage('ui'));
afterEach(cleanup);

const many = Array.from({ length: 10_000 }, (_, n) => ({ value: `vpc-${n}`, label: `network ${n}` }));

interface BoxProps {
  readonly start?: string;
  readonly options?: typeof many;
  readonly allowFree?: boolean;
}

function Box({ start = '', options = many, allowFree = false }: BoxProps) {
  const [value, setValue] = useState(start);
  return (
    <>
      <Combobox aria-label="VPC" options={options} value={value} onChange={setValue} allowFree={allowFree} />
      <output>{value}</output>
    </>
  );
}

const field = (): HTMLInputElement => screen.getByRole('combobox', { name: 'VPC' });
const press = (...keys: readonly string[]): void => {
  for (const key of keys) fireEvent.keyDown(field(), { key });
};
/** The label of the option that the field names as active. */
const active = (): string | null | undefined => document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;
const value = (): string | null => screen.getByRole('status').textContent;

describe('a listbox of 10,000 options', () => {
  it('draws at most 200 and tells how many there are', () => {
    render(<Box />);
    press('ArrowDown');
    const options = screen.getAllByRole('option', { hidden: true });
    expect(options).toHaveLength(mostDrawn);
    expect(options[0]?.getAttribute('aria-setsize')).toBe('10000');
    expect(options[0]?.getAttribute('aria-posinset')).toBe('1');
    expect(screen.getByText('9,800 more: type to narrow the list')).toBeDefined();
    expect(screen.getByText('10,000 options 9,800 more: type to narrow the list').getAttribute('aria-live')).toBe('polite');
  });

  it('reaches every option by keys', () => {
    render(<Box />);
    press('ArrowDown');
    expect(active()).toBe('network 0');
    press('PageDown', 'ArrowDown');
    expect(active()).toBe('network 11');
    press('End');
    expect(active()).toBe('network 9999');
    expect(screen.getAllByRole('option', { hidden: true })).toHaveLength(mostDrawn);
    press('ArrowDown');
    expect(active()).toBe('network 0');
    press('ArrowUp', 'PageUp');
    expect(active()).toBe('network 9989');
    press('Home', 'PageUp');
    expect(active()).toBe('network 0');
    press('End', 'PageDown', 'Enter');
    expect(value()).toBe('vpc-9999');
  });

  it('opens at the chosen option', () => {
    render(<Box start="vpc-5000" />);
    press('ArrowDown');
    expect(active()).toBe('network 5000');
    expect(screen.getByRole('option', { selected: true, hidden: true }).textContent).toBe('network 5000');
    press('Enter');
    expect(value()).toBe('vpc-5000');
  });

  it('follows the pointer without moving what is drawn', () => {
    render(<Box />);
    press('ArrowDown');
    const last = screen.getAllByRole('option', { hidden: true }).at(-1) as HTMLElement;
    fireEvent.pointerMove(last);
    expect(active()).toBe('network 199');
    expect(screen.getAllByRole('option', { hidden: true })[0]?.textContent).toBe('network 0');
    fireEvent.click(last);
    expect(value()).toBe('vpc-199');
  });

  it('counts what a text leaves, and leaves Home and End to the text until the list is walked', () => {
    render(<Box />);
    fireEvent.change(field(), { target: { value: '777' } });
    expect(screen.getByText('19 options').getAttribute('aria-live')).toBe('polite');
    expect(fireEvent.keyDown(field(), { key: 'End' })).toBe(true);
    expect(active()).toBe('network 777');
    press('ArrowDown', 'End');
    expect(active()).toBe('network 9777');
    fireEvent.change(field(), { target: { value: '7770' } });
    expect(screen.getByText('1 option')).toBeDefined();
    expect(active()).toBe('network 7770');
  });

  it('begins anew each time it opens', () => {
    render(<Box />);
    press('ArrowDown', 'End', 'Escape', 'ArrowDown');
    expect(active()).toBe('network 0');
  });

  it('says the same in Chinese', async () => {
    await act(() => showLanguage('zh'));
    try {
      render(<Box />);
      press('ArrowDown');
      expect(screen.getByText('还有 9,800 项：输入文字可缩小范围')).toBeDefined();
      expect(screen.getByText('10,000 个选项 还有 9,800 项：输入文字可缩小范围').getAttribute('aria-live')).toBe('polite');
    } finally {
      await act(() => showLanguage('en'));
    }
  });
});

describe('the value of a closed combobox', () => {
  const few = many.slice(0, 20);

  it('is not wiped by Backspace, which edits the text', () => {
    render(<Box start="vpc-12" options={few} />);
    expect(fireEvent.keyDown(field(), { key: 'Backspace' })).toBe(true);
    expect(value()).toBe('vpc-12');
    fireEvent.change(field(), { target: { value: 'network 1' } });
    fireEvent.pointerDown(document.body);
    expect(value()).toBe('vpc-12');
    expect(field().value).toBe('network 12');
  });

  it('stands where free text is allowed too, when what is left is a piece of its label', () => {
    render(<Box start="vpc-12" options={few} allowFree />);
    fireEvent.change(field(), { target: { value: 'networ' } });
    press('Tab');
    expect([value(), field().value]).toEqual(['vpc-12', 'network 12']);
    fireEvent.change(field(), { target: { value: 'vpc-1a2b3c4d' } });
    press('Tab');
    expect(value()).toBe('vpc-1a2b3c4d');
  });

  it('is taken back when the whole text is erased and left, or by Enter; Escape keeps it', () => {
    render(<Box start="vpc-12" options={few} />);
    fireEvent.change(field(), { target: { value: '' } });
    press('Escape');
    expect(value()).toBe('vpc-12');
    fireEvent.change(field(), { target: { value: '' } });
    fireEvent.pointerDown(document.body);
    expect(value()).toBe('');
    fireEvent.change(field(), { target: { value: 'network 3' } });
    press('Enter');
    expect(value()).toBe('vpc-3');
    fireEvent.change(field(), { target: { value: '' } });
    press('Enter');
    expect(value()).toBe('');
  });

  it('stays when a search that began with an empty box is given up', () => {
    render(<Box start="vpc-12" options={few} />);
    fireEvent.click(field());
    fireEvent.change(field(), { target: { value: 'x' } });
    fireEvent.change(field(), { target: { value: '' } });
    fireEvent.pointerDown(document.body);
    expect(value()).toBe('vpc-12');
  });
});
