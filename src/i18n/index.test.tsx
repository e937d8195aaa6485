// @vitest-environment happy-dom
import { act, cleanup, configure, render, screen } from '@testing-library/react';
import { Suspense, startTransition, use, useState } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { currentT, loadMessages, type MessageKey, preferredLanguage, showLanguage, startLanguage, useT } from './index.ts';

// A loaded machine is slow.
configure({ asyncUtilTimeout: 10_000 });

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
    expect(currentT()('addresses.lead')).toBe('addresses.lead');
  });

  it('suspends the component that asks', async () => {
    function Late() {
      return <p>{useT()('classicLink.unlink')}</p>;
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
    expect(await screen.findByText('Unlink')).toBeDefined();
  });
});

describe('a component that waits for texts and for something else', () => {
  it('gets each where it asked for it', async () => {
    let arrive = (_: string): void => {};
    const coming = new Promise<string>((resolve) => {
      arrive = resolve;
    });
    function Both() {
      const t = useT();
      return (
        <p>
          {t('gaapProxy.results')}: {use(coming)}
        </p>
      );
    }
    let show = (_: boolean): void => {};
    function Page() {
      const [shown, setShown] = useState(false);
      show = setShown;
      return shown ? <Both /> : null;
    }
    render(
      <Suspense>
        <Page />
      </Suspense>,
    );
    await act(async () => startTransition(() => show(true)));
    arrive('something else');
    expect(await screen.findByText('something else', { exact: false })).toBeDefined();
  });
});

describe('a wrong key or value', () => {
  it('does not compile, and shows what it is', async () => {
    await loadMessages('kit');
    const t = currentT();
    // @ts-expect-error there is no such key, and that is all that the compiler says of it
    expect(t('shell.nope')).toBe('shell.nope');
    // @ts-expect-error the value is missing
    expect(t('kit.searchIn')).toBe('Search {what}');
    // @ts-expect-error a plural counts
    expect(t('kit.rows', { n: 'many' })).toBe('many rows');
    // @ts-expect-error this text takes no values
    expect(t('shell.signOut', { n: 1 })).toBe('Sign out');
    const either = 'kit.searchIn' as 'kit.searchIn' | 'shell.signOut';
    // @ts-expect-error one of the keys needs a value
    expect(t(either)).toBe('Search {what}');
  });

  it('is none where a key is known only later', () => {
    expect(currentT()('shell.signOut' as MessageKey)).toBe('Sign out');
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
    expect(currentT()('overview.findings')).toBe('需要留意');
  });
});
