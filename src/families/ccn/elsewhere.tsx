/** Networks of this account in CCNs of other accounts, which nobody but their owners can list. */
import { RotateCcw, Share2, Unlink } from 'lucide-react';
import { Link } from 'react-router';
import type { CcnAttachment } from '../../../catalogue/families/ccn/parts.ts';
import { useT } from '../../i18n/index.ts';
import { useFormOrigin } from '../../kit/form-origin.ts';
import { useAskedOperation, useMembers } from '../../kit/members.tsx';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Code } from '../../ui/copy.tsx';
import { Notice } from '../../ui/status.tsx';
import { attachmentList, instanceParams } from './members.ts';
import { AttachmentState, NetworkLink, Owner, useIsOwn } from './network.tsx';

const everywhere = {};

export function AttachmentsElsewhere() {
  const t = useT();
  const isOwn = useIsOwn();
  const asked = useAskedOperation('ccn');
  const { rows } = useMembers(attachmentList, everywhere);
  const foreign = rows.filter(({ CcnUin }) => !isOwn(CcnUin));
  if (foreign.length === 0) return null;
  const paramsOf = (row: CcnAttachment) => ({ CcnId: row.CcnId, Instances: [instanceParams(row)] });
  return (
    <Notice meaning="neutral" title={t('ccn.elsewhere', { n: foreign.length })}>
      <ul className="flex flex-col">
        {foreign.map((row) => {
          const label = row.InstanceName || row.InstanceId;
          return (
            <li key={`${row.CcnId} ${row.InstanceId}`} className="flex min-h-8 flex-wrap items-center gap-x-3">
              <NetworkLink of={row} />
              <AttachmentState state={row.State} />
              <span className="text-muted">
                <Code>{row.CcnId}</Code> <Owner uin={row.CcnUin} />
              </span>
              {(row.State === 'EXPIRED' || row.State === 'REJECTED') && (
                <Button
                  size="sm"
                  icon={<RotateCcw aria-hidden="true" className="size-4" />}
                  onClick={() => void asked({ operation: 'reset', params: { ...paramsOf(row), CcnUin: row.CcnUin }, label })}
                >
                  {t('ccn.askAgain')}
                </Button>
              )}
              <Button
                size="sm"
                icon={<Unlink aria-hidden="true" className="size-4" />}
                onClick={() => void asked({ operation: 'detach', params: paramsOf(row), label })}
              >
                {t(row.State === 'ACTIVE' ? 'ccn.detach' : 'ccn.withdraw')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

export function AttachButton() {
  const t = useT();
  const scope = useScope();
  const state = useFormOrigin();
  return (
    <Link to={paths.form('ccn', 'attach', scope)} state={state} className={buttonClass()}>
      <Share2 aria-hidden="true" className="size-4 text-muted" />
      {t('ccn.attachElsewhere')}
    </Link>
  );
}
