/** What the compiler says of what was forgotten: which, and where it goes. What stands here does not run, `tsc` is the test. */
import { expect, it } from 'vitest';
import type { actions } from '../catalogue/families/flow-log/index.ts';
import type { todaysActions } from '../catalogue/families/flow-log/today.ts';
import type { AllTexts, MissingTexts } from '../catalogue/text/shape.ts';
import type { AllHandlers, MissingHandlers } from '../simulator/call.ts';

type Catalogue = { readonly planet: { readonly 'vpc:CreatePlanet': object; readonly 'vpc:DescribePlanets': object } };
type Handler = () => void;

type OneHandler = MissingHandlers<{ readonly planet: { readonly 'vpc:DescribePlanets': Handler } }, Catalogue>['planet'];
type NoFolder = MissingHandlers<object, Catalogue>['planet'];
type HandledActions = MissingHandlers<
  { readonly planet: { readonly 'vpc:CreatePlanet': Handler; readonly 'vpc:DescribePlanets': Handler } },
  Catalogue
>;

type Words = { readonly one: string; readonly many: string; readonly counted: string; readonly what: string; readonly fields: object };
type Loaders<T> = { readonly en: { readonly families: { readonly 'flow-log': () => Promise<{ readonly default: T }> } } };
type TitledAction = { readonly title: string };
type Actions = { readonly [A in keyof typeof actions | keyof typeof todaysActions]: TitledAction };

const forgotten = {
  handler: 'planet lacks CreatePlanet' satisfies OneHandler,
  folder: 'planet lacks DescribePlanets' satisfies NoFolder,
  word: 'one is missing: it goes into catalogue/families/flow-log/en.json' satisfies MissingTexts<
    Loaders<Omit<Words, 'one'> & { readonly actions: Actions }>
  >['en'],
  action: 'vpc2017:CreateFlowLog has no title: it goes into catalogue/families/flow-log/en.json' satisfies MissingTexts<
    Loaders<Words & { readonly actions: Omit<Actions, 'vpc2017:CreateFlowLog'> }>
  >['en'],
  title: 'vpc2017:CreateFlowLog has no title: it goes into catalogue/families/flow-log/en.json' satisfies MissingTexts<
    Loaders<Words & { readonly actions: Omit<Actions, 'vpc2017:CreateFlowLog'> & { readonly 'vpc2017:CreateFlowLog': object } }>
  >['en'],
};

/** Nothing is forgotten: these compile, and the two after them do not. */
type CompleteCatalogue = [
  AllHandlers<HandledActions['planet']>,
  AllTexts<MissingTexts<Loaders<Words & { readonly actions: Actions }>>['en']>,
];
// @ts-expect-error the sentence is no `never`
type WithoutHandler = AllHandlers<OneHandler>;
// @ts-expect-error the sentence is no `never`
type WithoutWord = AllTexts<MissingTexts<Loaders<object>>['en']>;

it('is told by the compiler with its place', () => {
  const told: readonly (CompleteCatalogue | WithoutHandler | WithoutWord)[] = [];
  expect(told).toEqual([]);
  expect(new Set(Object.values(forgotten)).size).toBe(4);
});
