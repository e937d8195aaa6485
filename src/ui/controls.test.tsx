// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startLanguage } from '../i18n/index.ts';
import { Button } from './button.tsx';
import { Checkbox, RadioCards, Select } from './choice.tsx';
import { Combobox } from './combobox.tsx';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { TextInput } from './input.tsx';
import { Menu } from './menu.tsx';
import { CloudTime } from './parts.tsx';

beforeAll(() => startLanguage('ui'));
afterEach(cleanup);

describe('a button that cannot be used', () => {
  it('stays focusable, says why, and does nothing', () => {
    const onClick = vi.fn();
    const onSubmit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
    render(
      <form onSubmit={onSubmit}>
        <Button type="submit" disabledReason="It has 4 subnets" onClick={onClick}>
          Delete
        </Button>
      </form>,
    );
    const button = screen.getByRole('button', { name: 'Delete' });
    expect(button.hasAttribute('disabled')).toBe(false);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button);
    expect(onClick).not.toHaveBeenCalled();
    expect(onSubmit).not.toHaveBeenCalled();
    fireEvent.mouseOver(button);
    fireEvent.pointerOver(button, { pointerType: 'mouse' });
    return screen.findByRole('tooltip').then((tip) => {
      expect(tip.textContent).toBe('It has 4 subnets');
      expect(button.getAttribute('aria-describedby')).toBe(tip.id);
    });
  });

  it('says that it is working while pending, and cannot be pressed twice', () => {
    const onClick = vi.fn();
    render(
      <Button pending onClick={onClick}>
        Save
      </Button>,
    );
    const button = screen.getByRole('button', { name: 'Save Working' });
    expect(button.getAttribute('aria-busy')).toBe('true');
    fireEvent.click(button);
    expect(onClick).not.toHaveBeenCalled();
  });
});

describe('a field', () => {
  it('ties label, help and error to its control', () => {
    render(
      <Field label="CIDR block" name="CidrBlock" help="From /16 to /28" error="Not a block" required>
        {(ids) => <TextInput {...ids} value="x" onChange={() => undefined} />}
      </Field>,
    );
    const input = screen.getByLabelText('CIDR block');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(input.getAttribute('aria-required')).toBe('true');
    const words = (input.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent);
    expect(words).toEqual(['Not a block', 'From /16 to /28']);
    expect(screen.queryByText('optional')).toBeNull();
  });
});

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
  function Box({ allowFree = false, onSearch }: { allowFree?: boolean; onSearch?: (text: string) => void }) {
    const [value, setValue] = useState('');
    return (
      <>
        <Combobox
          aria-label="VPC"
          options={options}
          value={value}
          onChange={setValue}
          allowFree={allowFree}
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

describe('a dialog', () => {
  it('asks to be closed instead of closing itself, and gives the focus its first field', () => {
    const onClose = vi.fn();
    render(
      <Dialog title="Rename" onClose={onClose} footer={<Button>Cancel</Button>}>
        <input aria-label="Name" />
      </Dialog>,
    );
    const dialog = screen.getByRole('dialog', { name: 'Rename' });
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
    const cancel = new Event('cancel', { cancelable: true });
    fireEvent(dialog, cancel);
    expect(cancel.defaultPrevented).toBe(true);
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('starts at its first button, the harmless one, when it has no field', () => {
    render(
      <Dialog alert title="Delete?" onClose={() => undefined} footer={[<Button key="c">Cancel</Button>, <Button key="d">Delete</Button>]}>
        It goes away.
      </Dialog>,
    );
    expect(screen.getByRole('alertdialog', { name: 'Delete?' })).toBeDefined();
    expect(document.activeElement?.textContent).toBe('Cancel');
  });
});

describe('small controls', () => {
  it('a checkbox can be mixed', () => {
    const onChange = vi.fn();
    render(<Checkbox checked={false} mixed aria-label="All rows" onChange={onChange} />);
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'All rows' });
    expect(box.indeterminate).toBe(true);
    fireEvent.click(box);
    expect(onChange).toHaveBeenCalledWith(true);
  });

  it('a select takes back its choice only when it may be cleared', () => {
    const onChange = vi.fn();
    const { rerender } = render(
      <Select aria-label="Zone" options={[{ value: 'z1', label: 'Zone 1' }]} value="" onChange={onChange} placeholder="Any" />,
    );
    expect(screen.getByText('Any').hasAttribute('hidden')).toBe(true);
    rerender(
      <Select clearable aria-label="Zone" options={[{ value: 'z1', label: 'Zone 1' }]} value="z1" onChange={onChange} placeholder="Any" />,
    );
    fireEvent.change(screen.getByLabelText('Zone'), { target: { value: '' } });
    expect(onChange).toHaveBeenCalledWith('');
  });

  it('radio cards choose one, each with its explanation', () => {
    const onChange = vi.fn();
    const options = [
      { value: 'at-once', label: 'At once', detail: 'Changes show immediately' },
      { value: 'slow', label: 'Slowly' },
    ] as const;
    render(<RadioCards label="Speed" options={options} value="at-once" onChange={onChange} />);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /At once/ }).checked).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: 'Slowly' }));
    expect(onChange).toHaveBeenCalledWith('slow');
  });

  it('a time of the cloud keeps its original, and a zero time shows nothing', () => {
    const { container, rerender } = render(<CloudTime value="2018-04-25 10:26:26" />);
    const time = container.querySelector('time');
    expect(time?.title).toBe('2018-04-25 10:26:26 China Standard Time');
    expect(time?.dateTime).toBe('2018-04-25T02:26:26.000Z');
    rerender(<CloudTime value="0000-00-00 00:00:00" />);
    expect(container.textContent).toBe('');
    rerender(<CloudTime value="not a time" />);
    expect(container.textContent).toBe('not a time');
  });
});
