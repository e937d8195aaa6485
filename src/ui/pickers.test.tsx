// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startLanguage } from '../i18n/index.ts';
import { Combobox } from './combobox.tsx';
import { Menu } from './menu.tsx';

beforeAll(() => startLanguage('ui'));
afterEach(cleanup);

describe('a menu', () => {
  const setUp = () => {
    const edit = vi.fn();
    const remove = vi.fn();
    render(
      <Menu
        label="Actions"
        items={[
          { key: 'edit', label: 'Edit', onSelect: edit },
          { key: 'copy', label: 'Duplicate', onSelect: vi.fn() },
          { key: 'delete', label: 'Delete', onSelect: remove, disabledReason: 'It has 4 subnets' },
        ]}
        trigger={(trigger) => (
          <button type="button" {...trigger}>
            Actions
          </button>
        )}
      />,
    );
    const trigger = screen.getByRole('button', { name: 'Actions' });
    fireEvent.click(trigger);
    return { edit, remove, trigger, menu: screen.getByRole('menu') };
  };
  const focused = (): string | null | undefined => document.activeElement?.textContent;

  it('is walked by arrows, Home, End and first letters', () => {
    const { menu } = setUp();
    expect(focused()).toBe('Edit');
    const visited = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'd'].map((key) => {
      fireEvent.keyDown(menu, { key });
      return focused()?.replace('It has 4 subnets', '');
    });
    expect(visited).toEqual(['Duplicate', 'Delete', 'Edit', 'Delete', 'Edit', 'Delete', 'Duplicate']);
  });

  it('runs an item once, closes, and gives the focus back', () => {
    const { edit, trigger } = setUp();
    fireEvent.click(screen.getByRole('menuitem', { name: 'Edit' }));
    expect(edit).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(trigger);
  });

  it('shows why an item cannot be chosen, and does not run it', () => {
    const { remove } = setUp();
    const item = screen.getByRole('menuitem', { name: /Delete/ });
    expect(item.textContent).toContain('It has 4 subnets');
    fireEvent.click(item);
    expect(remove).not.toHaveBeenCalled();
    expect(screen.queryByRole('menu')).not.toBeNull();
  });

  it('closes on Escape and on a press outside', () => {
    const { menu, trigger } = setUp();
    fireEvent.keyDown(menu, { key: 'Escape' });
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(trigger);
    fireEvent.click(trigger);
    fireEvent.pointerDown(document.body);
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

describe('a combobox', () => {
  const options = [
    { value: 'vpc-1', label: 'prod-core', detail: '10.0.0.0/16' },
    { value: 'vpc-2', label: 'staging', detail: '10.8.0.0/16' },
  ];
  interface BoxProps {
    readonly allowFree?: boolean;
    readonly loading?: boolean;
    readonly onSearch?: (text: string) => void;
  }
  function Box({ allowFree = false, loading = false, onSearch }: BoxProps) {
    const [value, setValue] = useState('');
    return (
      <>
        <Combobox
          aria-label="VPC"
          options={loading ? [] : options}
          value={value}
          onChange={setValue}
          allowFree={allowFree}
          loading={loading}
          {...(onSearch ? { onSearch } : {})}
        />
        <output>{value}</output>
      </>
    );
  }
  const box = (): HTMLInputElement => screen.getByRole('combobox', { name: 'VPC' });
  const shown = (): (string | null)[] => screen.queryAllByRole('option').map((option) => option.textContent);

  it('finds by name, id and detail, and takes the chosen one by keys', () => {
    render(<Box />);
    fireEvent.change(box(), { target: { value: '10.8' } });
    expect(shown()).toEqual(['staging10.8.0.0/16']);
    expect(box().getAttribute('aria-activedescendant')).toBe(screen.getByRole('option').id);
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(screen.getByRole('status').textContent).toBe('vpc-2');
    expect(box().value).toBe('staging');
    expect(shown()).toEqual([]);
  });

  it('says when nothing matches, and drops what was typed', () => {
    render(<Box />);
    fireEvent.change(box(), { target: { value: 'zzz' } });
    expect(shown()).toEqual(['Nothing matches']);
    fireEvent.pointerDown(document.body);
    expect(box().value).toBe('');
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('takes free text where that is allowed, also when it is simply left', () => {
    render(<Box allowFree />);
    fireEvent.change(box(), { target: { value: 'ap-guangzhou-9' } });
    fireEvent.pointerDown(document.body);
    expect(screen.getByRole('status').textContent).toBe('ap-guangzhou-9');
    expect(box().value).toBe('ap-guangzhou-9');
  });

  it('takes a name that is typed in full and left as the one that bears it', () => {
    render(<Box allowFree />);
    fireEvent.change(box(), { target: { value: 'staging' } });
    fireEvent.pointerDown(document.body);
    expect(screen.getByText('vpc-2', { selector: 'output' })).toBeDefined();
    expect(box().value).toBe('staging');
  });

  it('says that its options are on their way, and offers what is typed only when they are here', () => {
    const { rerender } = render(<Box allowFree loading />);
    fireEvent.change(box(), { target: { value: 'vpc-9' } });
    expect(shown()).toEqual(['The options are loading…']);
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(box().value).toBe('vpc-9');
    expect(screen.getByText('', { selector: 'output' }).textContent).toBe('');
    rerender(<Box allowFree />);
    expect(shown()).toEqual(['Use “vpc-9”']);
    fireEvent.keyDown(box(), { key: 'Enter' });
    expect(screen.getByText('vpc-9', { selector: 'output' })).toBeDefined();
  });

  it('leaves searching to the caller when it asks for that', () => {
    const onSearch = vi.fn();
    render(<Box onSearch={onSearch} />);
    fireEvent.change(box(), { target: { value: ' zzz ' } });
    expect(onSearch).toHaveBeenLastCalledWith('zzz');
    expect(shown()).toHaveLength(2);
  });

  it('closes on Escape without closing the dialog around it', () => {
    const onKey = vi.fn();
    render(
      // biome-ignore lint/a11y/noStaticElementInteractions: it stands for what is around the box
      <div onKeyDown={onKey}>
        <Box />
      </div>,
    );
    fireEvent.change(box(), { target: { value: 'p' } });
    fireEvent.keyDown(box(), { key: 'Escape' });
    expect(shown()).toEqual([]);
    expect(onKey).not.toHaveBeenCalled();
    fireEvent.keyDown(box(), { key: 'Escape' });
    expect(onKey).toHaveBeenCalledTimes(1);
  });
});
