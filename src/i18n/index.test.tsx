// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { currentT, loadMessages, preferredLanguage, showLanguage, startLanguage, useT } from './index.ts';

function Words() {
  const t = useT();
  return (
    <p>
      {t('shell.signOut')} · {t.node('ui.copyThis', { text: <b>10.0.0.0/16</b> })}
    </p>
  );
}

beforeAll(() => startLanguage('ui', 'shell'));
afterEach(async () => {
  cleanup();
  await showLanguage('en');
});

describe('the first language', () => {
  it('is the stored choice, else the browser’s first that we have, else English', () => {
    expect(preferredLanguage('zh', ['en-GB'])).toBe('zh');
    expect(preferredLanguage(null, ['de-DE', 'zh-TW', 'en'])).toBe('zh');
    expect(preferredLanguage(null, ['fr', 'en-GB', 'zh'])).toBe('en');
    expect(preferredLanguage(null, [])).toBe('en');
  });
});

describe('an area that is not here yet', () => {
  it('is, outside components, its key rather than a failure', () => {
    expect(currentT()('overview.attention')).toBe('overview.attention');
  });

  it('suspends the component that asks', async () => {
    function Late() {
      return <p>{useT()('overview.attention')}</p>;
    }
    const shown = vi.fn(() => 'waiting');
    const Waiting = () => <p>{shown()}</p>;
    await act(async () => {
      render(
        <Suspense fallback={<Waiting />}>
          <Late />
        </Suspense>,
      );
    });
    expect(shown).toHaveBeenCalled();
    expect(await screen.findByText('Needs attention')).toBeDefined();
  });
});

describe('switching the language', () => {
  it('changes what is on the screen and the document’s language', async () => {
    render(<Words />);
    expect(screen.getByText(/Sign out/)).toBeDefined();
    await act(() => showLanguage('zh'));
    expect(screen.getByText(/退出登录/)).toBeDefined();
    expect(screen.getByText('10.0.0.0/16').tagName).toBe('B');
    expect(document.documentElement.lang).toBe('zh-CN');
    expect(currentT()('shell.signOut')).toBe('退出登录');
  });

  it('brings areas loaded so far along, so that nothing half-translated is shown', async () => {
    await loadMessages('overview');
    await showLanguage('zh');
    expect(currentT()('overview.attention')).toBe('需要留意');
  });
});
