/** Rules of five parts are listed for one network ACL at a time: they are read of those alone that have such rules. */
import { useQueries } from '@tanstack/react-query';
import { use, useDeferredValue, useMemo } from 'react';
import { loadFamily } from '../../catalogue/lazy.ts';
import type { ModelNetworkAcl, NetworkModel } from '../../network/model/model.ts';
import { readFivePartRules } from '../../network/model/read-rules.ts';
import { listOptions } from '../api/query.ts';
import { useT } from '../i18n/index.ts';
import { memberList, membersOf } from '../lib/members.ts';
import { dialectIn, useConsole } from '../lib/scope.ts';
import { useSpokenModule } from '../lib/spoken.ts';
import type { ResourceFacts } from './assemble.ts';
import { isSettled, type QueryAnswer, together, wholeRows, whyNotWhole } from './list-answers.ts';

const ruleList = memberList('network-acl', 'fivePartRules', { id: 'NetworkAclQuintupleEntryId' });

/** The ACL with the rules that were listed; as it was, with the reason, where they were not read whole. */
function withRules(acl: ModelNetworkAcl, answer: QueryAnswer<unknown> | undefined, because: string): ModelNetworkAcl {
  const rows = wholeRows(answer);
  return rows ? { ...acl, ...readFivePartRules(rows), fiveParts: 'read' } : { ...acl, because };
}

interface WithFiveParts {
  readonly model: NetworkModel;
  /** Every list has arrived, or was refused. */
  readonly complete: boolean;
}

/** The model with the rules of its ACLs of five parts, a list for each. Suspends for the catalogue's data alone. */
export function useFiveParts(model: NetworkModel, known: ReadonlyMap<string, ResourceFacts>): WithFiveParts {
  const t = useT();
  const info = useConsole();
  const acls = useMemo(
    () =>
      model.networkAcls.flatMap(({ id, fiveParts }) => {
        const scope = known.get(id)?.scope;
        return fiveParts === 'not-read' && scope && dialectIn(info, scope) === 'today' ? [{ id, scope }] : [];
      }),
    [model, known, info],
  );
  const asked = acls.length > 0;
  // What stands on the page stays there while the catalogue's data comes.
  const needed = useDeferredValue(asked);
  const plain = needed ? use(loadFamily('network-acl')) : null;
  const module = useSpokenModule(plain, 'today');
  const view = module && membersOf(module, ruleList);
  const answers = useQueries({
    queries: view ? acls.map(({ id, scope }) => listOptions(scope, view, { NetworkAclId: id })) : [],
    combine: together,
  });
  const reading = t('ui.loading');
  const whole = useMemo((): NetworkModel => {
    if (acls.length === 0) return model;
    const networkAcls = model.networkAcls.map((acl) => {
      const at = acls.findIndex(({ id }) => id === acl.id);
      const answer = at < 0 ? undefined : answers[at];
      const because = whyNotWhole(answer, { reading, partial: t('kit.inconsistent') });
      return at < 0 ? acl : withRules(acl, answer, because);
    });
    return { ...model, networkAcls };
  }, [model, acls, answers, reading, t]);
  return { model: whole, complete: asked === needed && answers.every(isSettled) };
}
