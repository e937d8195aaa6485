// @vitest-environment happy-dom
/** The panel of a map: what it covers, what becomes of the focus when it closes, and that paper has none of it. */
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { useRef, useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { startLanguage } from '../i18n/index.ts';
import { show } from '../kit/testing.tsx';
import messages from './en.json' with { type: 'json' };
import { coveredBy, focusSelected, MapWithPanel } from './map-with-panel.tsx';
import { MapPanel } from './panel.tsx';

afterEach(cleanup);

function Shown() {
  const place = useRef<HTMLDivElement>(null);
  const [selected, select] = useState<string | null>(null);
  const close = (): void => {
    focusSelected(place.current);
    select(null);
  };
  const panel = selected && (
    <MapPanel title={`Panel of ${selected}`} onClose={close}>
      <input aria-label="inside" />
    </MapPanel>
  );
  return (
    <MapWithPanel place={place} panel={panel}>
      {['a', 'b'].map((key) => (
        <button key={key} type="button" aria-pressed={key === selected} onClick={() => select(key)}>
          {key}
        </button>
      ))}
    </MapWithPanel>
  );
}

it.each([
  ['its button', () => fireEvent.click(screen.getByRole('button', { name: messages.close }))],
  ['Escape inside it', () => fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Escape' })],
])('the focus goes back to what was selected when the panel is closed by %s', async (_, close) => {
  await startLanguage('maps');
  await show(<Shown />);
  fireEvent.click(screen.getByRole('button', { name: 'b' }));
  screen.getByRole('textbox').focus();
  close();
  expect(screen.queryByRole('region')).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'b' }));
});

it('the panel is on no paper', async () => {
  await startLanguage('maps');
  await show(<Shown />);
  fireEvent.click(screen.getByRole('button', { name: 'a' }));
  expect(screen.getByRole('region', { name: 'Panel of a' }).classList).toContain('no-print');
});

it('a sheet covers what lies under it, a panel beside the picture nothing', () => {
  const sheet = { left: 0, right: 1000, top: 600 };
  expect(coveredBy({ left: 10, right: 90, bottom: 650 }, sheet)).toBe(62);
  expect(coveredBy({ left: 10, right: 90, bottom: 500 }, sheet)).toBe(0);
  expect(coveredBy({ left: 10, right: 90, bottom: 650 }, { left: 688, right: 1000, top: 100 })).toBe(0);
});
