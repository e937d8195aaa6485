/** What an ACL of five parts lets through: what is open to everyone, and whose answers do not get back. */
import { useCallback } from 'react';
import type { FivePartRule } from '../../../catalogue/families/network-acl/today.ts';
import { readFivePartRules } from '../../../network/model/read-rules.ts';
import { isEmpty } from '../../../network/packets/packet-set.ts';
import { fivePartAnswers } from '../../../network/rule-sets/five-part-answers.ts';
import type { Exposure } from '../../../network/rules/exposure.ts';
import { useT } from '../../i18n/index.ts';
import { useSlices } from '../../lib/use-slices.ts';
import { Card } from '../../ui/parts.tsx';
import { Loading } from '../../ui/spinner.tsx';
import { Notice } from '../../ui/status.tsx';
import { useTraffic } from './rules/remarks.tsx';

const serviceOf = ({ protocol, ports }: Exposure): string => {
  if (ports === null || (ports.from === 0 && ports.to === 65_535)) return protocol;
  return `${protocol} ${ports.from === ports.to ? ports.from : `${ports.from}-${ports.to}`}`;
};

/** `rules`: all of them, of both directions. */
export function FivePartAnswers({ rules }: { readonly rules: readonly FivePartRule[] }) {
  const t = useT();
  const traffic = useTraffic();
  const found = useSlices(
    useCallback(
      function* () {
        const { ingress, egress } = readFivePartRules(rules);
        return { answers: yield* fivePartAnswers(ingress, egress) };
      },
      [rules],
    ),
  );
  if (found === null) return <Loading />;
  const { answers } = found;
  if (answers === null) return <Notice meaning="warning" title={t('networkAcl.fiveUnknown')} />;
  const { exposed, lostOut, lostIn } = answers;
  return (
    <Card title={t('networkAcl.fiveAnswers')}>
      <div className="flex flex-col gap-3">
        {exposed.length === 0 && <p className="text-muted">{t('networkAcl.fiveNotExposed')}</p>}
        {exposed.length > 0 && (
          <ul className="list-disc pl-5">
            {exposed.map((one) => (
              <li key={`${one.family} ${serviceOf(one)} ${one.rule}`}>
                {t(one.everyone ? 'networkAcl.fiveExposed' : 'networkAcl.fiveExposedMost', {
                  family: one.family,
                  what: serviceOf(one),
                  rule: one.rule + 1,
                })}
              </li>
            ))}
          </ul>
        )}
        {isEmpty(lostOut) && isEmpty(lostIn) && <p className="text-muted">{t('networkAcl.fiveNotLost')}</p>}
        {!isEmpty(lostOut) && (
          <Notice meaning="warning" title={t('networkAcl.edit.answersOut')}>
            {t('networkAcl.edit.answersOutBody', { traffic: traffic(lostOut) })}
          </Notice>
        )}
        {!isEmpty(lostIn) && (
          <Notice meaning="warning" title={t('networkAcl.edit.answersIn')}>
            {t('networkAcl.edit.answersInBody', { traffic: traffic(lostIn) })}
          </Notice>
        )}
      </div>
    </Card>
  );
}
