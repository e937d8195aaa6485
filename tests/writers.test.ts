/** Nothing is written over what somebody else did: whoever sends a call by itself is listed here, with what holds it. */
import { expect, it } from 'vitest';
import { filesIn, isCode, isTest, read } from './support/files.ts';

/** Every place of the console that sends calls, beside `src/api` itself. The forms of all families go by the first. */
const senders: Readonly<Record<string, string>> = {
  'src/kit/form/use-form.ts': 'reads again, compares and merges before it writes',
  'src/kit/confirm/run.ts': 'deletes, or does what takes nothing but the id: nothing is replaced',
  'src/kit/members.tsx': 'reads again what the caller says, where something is replaced or taken away',
  'src/families/direct-connect-gateway/rule-actions.tsx': 'reads again whether the rule stands as it was shown',
  'src/families/security-group/clone.tsx': 'makes a group that nobody else knows yet',
  'src/families/security-group/rules/add-rules.ts': 'adds to such a group, with its version',
  'src/families/security-group/rules/review.tsx': 'sends the version with every call and reads again after each',
  'src/families/network-acl/rules/review.tsx': 'reads before each call and compares, and reads again after it',
  'src/pages/addresses/run.ts': 'makes subnets',
  'src/maps/use-add-routes.ts': 'reads each table again before its call, and adds only what is not there',
  'src/pages/explorer/use-call.ts': 'sends what a person wrote out whole',
  'src/families/vpn-connection/configuration.tsx': 'has a file written, which changes nothing',
  'src/kit/tags/tags-dialog.tsx': 'sends the keys that were touched and no others: nothing that somebody else set is replaced',
  // The rest only reads.
  'src/kit/contained-counts.ts': 'reads',
  'src/families/direct-connect-gateway/rules.ts': 'reads',
  'src/kit/subnet-acls.ts': 'reads',
  'src/families/parameter-template/users.ts': 'starts a search, and reads',
  'src/families/eip/price.tsx': 'reads',
  'src/families/vpn-gateway/price.tsx': 'reads',
  'src/families/vpc/contents.ts': 'reads',
};

const found = filesIn('src').filter(
  (path) => isCode(path) && !isTest(path) && !path.startsWith('src/api/') && /\b(?:perform|runOperation|callAction)\(/.test(read(path)),
);

it('knows every place that sends calls by itself', () => expect(found.toSorted()).toEqual(Object.keys(senders).toSorted()));

it('reads what a form is about again, in every form that is about something', () => {
  const forms = ['src/kit/form/edit-form.tsx', 'src/kit/form/verb-form.tsx'];
  for (const path of forms) expect(read(path)).toMatch(/recheck=\{recheck\}/);
  // Only what makes something has nothing to read.
  const without = filesIn('src').filter((path) => isCode(path) && !isTest(path) && /\brecheck[=:] ?\{?null\b/.test(read(path)));
  expect(without.toSorted()).toEqual(['src/kit/form/action-form.tsx', 'src/kit/form/create-form.tsx']);
});
