import { useCallback, useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { FamilyRef } from '../../../catalogue/define.ts';
import { type Translate, useT } from '../../i18n/index.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { confirm } from '../confirm/store.ts';
import { formState } from '../form-origin.ts';

interface FormExit {
  /** Goes back to where the form was opened; asks first when something was entered. */
  readonly ask: () => void;
  /** Goes back without asking. */
  readonly go: () => void;
}

/** The way out of a form. While something is entered the browser asks before it leaves or reloads the page. */
export function useLeave(family: FamilyRef, isDirty: boolean, fallback?: string): FormExit {
  const t = useT();
  const scope = useScope();
  const navigate = useNavigate();
  const { state } = useLocation();
  const back = formState(state).back ?? fallback ?? paths.list(family, scope);

  useEffect(() => {
    if (!isDirty) return;
    const hold = (event: BeforeUnloadEvent): void => event.preventDefault();
    // Back and forward within the console, where the browser lets them be held.
    const holdTraversal = (event: NavigateEvent): void => {
      if (event.navigationType !== 'traverse' || !event.cancelable) return;
      event.preventDefault();
      const { key } = event.destination;
      void discard(t).then((yes) => {
        if (!yes) return;
        window.navigation.removeEventListener('navigate', holdTraversal);
        window.navigation.traverseTo(key);
      });
    };
    window.addEventListener('beforeunload', hold);
    window.navigation?.addEventListener('navigate', holdTraversal);
    return () => {
      window.removeEventListener('beforeunload', hold);
      window.navigation?.removeEventListener('navigate', holdTraversal);
    };
  }, [isDirty, t]);

  const go = useCallback(() => void navigate(back, { replace: true }), [navigate, back]);
  return {
    go,
    ask: () => {
      if (isDirty) void discard(t).then((yes) => yes && go());
      else go();
    },
  };
}

const discard = (t: Translate): Promise<boolean> =>
  confirm({ title: t('kit.form.discardTitle'), yes: t('kit.form.discard'), no: t('kit.form.keep'), danger: true });
