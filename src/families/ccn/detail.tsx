import { useEffect, useRef } from 'react';
import { useT } from '../../i18n/index.ts';
import type { UseDetail } from '../../kit/detail/standard-detail.tsx';
import { exactly } from '../../kit/exactly.ts';
import { useMembers } from '../../kit/members.tsx';
import { Attachments } from './attachments.tsx';
import { Bandwidth } from './bandwidth-tab.tsx';
import { attachmentList, namedCcn, ofCcn, routeList } from './members.ts';
import { NetworkLink, NetworkOnMap, useIsOwn } from './network.tsx';
import { Routes } from './routes.tsx';
import { Tables } from './tables.tsx';

export const useCcnDetail: UseDetail<'ccn'> = ({ id, row, standard }) => {
  const t = useT();
  const attachments = useMembers(attachmentList, ofCcn(id));
  const routes = useMembers(routeList, namedCcn(id));
  const { refresh } = routes;
  const isOwn = useIsOwn();
  // The first of its VPCs that can be looked into; the others have links of their own among the networks.
  const onMap = attachments.rows.find((one) => one.InstanceType === 'VPC' && isOwn(one.InstanceUin));
  // A network brings its routes once it is attached, and takes them along.
  const connected = attachments.complete
    ? attachments.rows.flatMap(({ State, InstanceId }) => (State === 'ACTIVE' ? [InstanceId] : [])).join(' ')
    : null;
  const before = useRef(connected);
  useEffect(() => {
    if (connected === null) return;
    if (before.current !== null && before.current !== connected) refresh();
    before.current = connected;
  }, [connected, refresh]);
  return exactly({
    primary: 'attach',
    marks: onMap && <NetworkOnMap of={onMap} ccn={id} />,
    tabs: [
      standard.properties(),
      {
        path: 'attachments',
        label: t('ccn.attachments'),
        count: attachments.complete ? attachments.rows.length : undefined,
        content: row && <Attachments ccn={row} attachments={attachments} />,
      },
      {
        path: 'routes',
        label: t('ccn.routes'),
        count: routes.complete ? routes.rows.length : undefined,
        content: row && <Routes ccn={row} routes={routes} />,
      },
      { path: 'tables', label: t('ccn.tables'), count: row?.RouteTableCount ?? undefined, content: row && <Tables ccn={row} /> },
      { path: 'bandwidth', label: t('ccn.bandwidth'), content: row && <Bandwidth ccn={row} /> },
      standard.references(undefined, {
        family: 'vpc',
        content: (
          <section>
            <h3 className="font-normal text-muted">{t('ccn.attachments')}</h3>
            {attachments.complete && attachments.rows.length === 0 && <p>{t('ui.none')}</p>}
            <ul>
              {attachments.rows.map((of) => (
                <li key={of.InstanceId} className="flex min-h-7 items-center">
                  <NetworkLink of={of} />
                </li>
              ))}
            </ul>
          </section>
        ),
      }),
    ],
  });
};
