/**
 * Playwright's `expect`, but for how it waits for an element that is not there yet: its own matchers spell out the whole page
 * for their report at each such look, which takes the page longer than what the test waits for.
 */
import { expect as base, type Locator } from '@playwright/test';

/** What is asked of one element, which has to be there. */
const ofElements = [
  'toBeChecked',
  'toBeFocused',
  'toBeInViewport',
  'toBeVisible',
  'toContainText',
  'toHaveAccessibleDescription',
  'toHaveAccessibleName',
  'toHaveAttribute',
  'toHaveCSS',
  'toHaveText',
  'toHaveValue',
] as const;

type Matcher = (...args: readonly unknown[]) => Promise<void>;
type Matchers = Readonly<Record<string, Matcher>> & { readonly not: Readonly<Record<string, Matcher>> };
interface Context {
  readonly isNot: boolean;
  readonly timeout: number;
}

const isLocator = (value: unknown): value is Locator => typeof value === 'object' && value !== null && 'waitFor' in value;

/** The time limit that a call of a matcher gives itself. */
const ownLimit = (args: readonly unknown[]): number | undefined =>
  args.map((one) => (one as { timeout?: number } | null | undefined)?.timeout).find((limit) => limit !== undefined);

/** A matcher of Playwright's that is asked once there is something to ask about; visible is what waiting alone can tell. */
function onceThere(name: (typeof ofElements)[number]) {
  return async function (this: Context, actual: unknown, ...args: unknown[]) {
    const { isNot, timeout } = this;
    const message = () => '';
    let there = true;
    // What is not there is not visible; and of several elements any number will do.
    if (isLocator(actual) && !Array.isArray(args[0]) && !(isNot && (name === 'toBeVisible' || name === 'toBeInViewport'))) {
      const limit = ownLimit(args) ?? timeout;
      const [one, state] = name === 'toBeVisible' ? [actual, 'visible' as const] : [actual.first(), 'attached' as const];
      there = await one.waitFor({ state, timeout: limit }).then(
        () => true,
        () => false,
      );
      if (there && name === 'toBeVisible') return { pass: true, message };
    }
    const asked = (there ? base : base.configure({ timeout: 1 }))(actual) as unknown as Matchers;
    try {
      await (isNot ? asked.not : asked)[name]?.(...args);
      return { pass: !isNot, message };
    } catch (error) {
      const told = error instanceof Error ? error.message : String(error);
      return { pass: isNot, message: () => told };
    }
  };
}

export const expect = base.extend(Object.fromEntries(ofElements.map((name) => [name, onceThere(name)]))) as typeof base;
