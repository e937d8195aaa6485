// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startLanguage } from '../i18n/index.ts';
import { Button } from './button.tsx';
import { Checkbox, RadioCards, Select } from './choice.tsx';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { TextInput } from './input.tsx';
import { CloudTime } from './parts.tsx';

// A loaded machine is slow.
configure({ asyncUtilTimeout: 10_000 });

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
