import { describe, expect, it } from 'vitest';
import { speechOf } from './dialects.ts';
import { familyModules } from './index.ts';
import { loadFamily, spokenModule } from './lazy.ts';
import { isNeeded } from './translate.ts';
import { validate } from './validate.ts';

/** What is done otherwise today, of every family that has such, but what makes something. */
const bound = await Promise.all(
  familyModules.map(async ({ data }) => {
    const module = await spokenModule(await loadFamily(data.family), 'today');
    return Object.keys(module.today ?? {}).map((name) => ({ name, speech: speechOf(module, 'today', name) }));
  }),
);
const changes = bound
  .flat()
  .flatMap(({ name, speech }) => (speech.kind === 'bound' && speech.own.kind !== 'create' ? [{ name, speech }] : []));

describe('of what today’s action can do without', () => {
  it('no operation demands anything', () => {
    expect(changes.length).toBeGreaterThan(20);
    const demanded = changes.flatMap(({ name, speech }) =>
      Object.entries(speech.own.params).flatMap(([param, field]) => {
        const isFree = speech.binding.drops?.includes(param) || !isNeeded(speech, param);
        return field.required && isFree ? [`${name} ${param}`] : [];
      }),
    );
    expect(demanded).toEqual([]);
  });

  it('whatever a row tells in its place is no mistake of whoever changes the row', () => {
    const asked = changes.filter(({ speech: { own, binding } }) => own.kind !== 'list' && binding.drops);
    expect(asked.length).toBeGreaterThan(5);
    const faults = asked.flatMap(({ name, speech: { own, binding } }) =>
      validate(own, Object.fromEntries((binding.drops ?? []).map((param) => [param, 'ccn-00000001'])))
        .filter(({ path }) => binding.drops?.includes(path))
        .map(({ path }) => `${name} ${path}`),
    );
    expect(faults).toEqual([]);
  });
});
