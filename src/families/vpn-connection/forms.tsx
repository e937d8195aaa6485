import type { Vpc } from '../../../catalogue/families/vpc/index.ts';
import type { VpnGateway } from '../../../catalogue/families/vpn-gateway/index.ts';
import type { ParamOf } from '../../../catalogue/row-of.ts';
import { useList } from '../../api/query.ts';
import { useFormats, useT } from '../../i18n/index.ts';
import { CreateForm } from '../../kit/form/create-form.tsx';
import { EditForm } from '../../kit/form/edit-form.tsx';
import { paramValues } from '../../kit/form/param-values.ts';
import { PickOne } from '../../kit/form/pick-one.tsx';
import type { FieldControlProps, FieldError, ValuesOf } from '../../kit/form/types.ts';
import { useNames } from '../../kit/ref.tsx';
import { type FormValues, isBlank } from '../../lib/form.ts';
import { useDialect, useScope } from '../../lib/scope.ts';
import { Notice } from '../../ui/status.tsx';
import { KeyControl } from './key-control.tsx';
import { bestIke, bestIpsec, goodIke, goodIpsec, Options, weakIn } from './options.tsx';
import { faultsOf, type Policy } from './spd.ts';
import { SpdEditor } from './spd-editor.tsx';
import { EditedVpc } from './vpc-of.ts';

const named = ['vpc'] as const;

/** The near end, each with the VPC it belongs to. The first policy then begins at that VPC's range. */
function GatewayControl(control: FieldControlProps<'SecurityPolicyDatabases'>) {
  const { onChange, values, set } = control;
  const scope = useScope();
  const list = useList(scope, 'vpn-gateway');
  const vpcs = useList(scope, 'vpc');
  const name = useNames(named);
  const options = list.rows.map(({ VpnGatewayId, VpnGatewayName, VpcId }) => ({
    value: VpnGatewayId,
    label: VpnGatewayName || VpnGatewayId,
    detail: `${name('vpc', VpcId) || VpcId} · ${VpnGatewayId}`,
  }));
  const choose = (id: string): void => {
    onChange(id);
    const vpcId = list.rows.find(({ VpnGatewayId }) => VpnGatewayId === id)?.VpcId;
    const range = vpcs.rows.find(({ VpcId }) => VpcId === vpcId)?.CidrBlock;
    const [first, ...rest] = (values.SecurityPolicyDatabases ?? []) as readonly Partial<Policy>[];
    if (range && rest.length === 0 && isBlank(first?.RemoteCidrBlock)) {
      set('SecurityPolicyDatabases', [{ LocalCidrBlock: range, RemoteCidrBlock: [] }]);
    }
  };
  return <PickOne {...control} allowFree options={options} loading={list.loading} onChange={choose} />;
}

const components = {
  VpnGatewayId: GatewayControl,
  PreShareKey: KeyControl,
  SecurityPolicyDatabases: SpdEditor,
  IKEOptionsSpecification: Options,
  IPSECOptionsSpecification: Options,
};

const fields = [
  'VpnConnectionName',
  'VpnGatewayId',
  'CustomerGatewayId',
  'PreShareKey',
  'SecurityPolicyDatabases',
  'IKEOptionsSpecification',
  'IPSECOptionsSpecification',
] as const;

type WatchValues = ValuesOf<'EnableHealthCheck' | 'DpdEnable' | 'RouteType'>;

/** Of accounts of today alone: the documents' action has no such names, and forms of its accounts leave them out. */
const todays = [
  'NegotiationType',
  'DpdEnable',
  'DpdTimeout',
  'DpdAction',
  'EnableHealthCheck',
  'HealthCheckLocalIp',
  'HealthCheckRemoteIp',
  'HealthCheckConfig',
  'BgpConfig',
] as const;

/** Ways in which something else than a policy says what goes through the tunnel. */
const byRoutes: readonly unknown[] = ['StaticRoute', 'Bgp'];

/** What a choice leaves no room for is neither shown nor sent. */
function isAsked(param: ParamOf<'vpn-connection', 'create' | 'update'>, { EnableHealthCheck, DpdEnable, RouteType }: WatchValues): boolean {
  if (param === 'DpdTimeout' || param === 'DpdAction') return String(DpdEnable) === '1';
  if (param !== 'EnableHealthCheck' && param.startsWith('HealthCheck')) return String(EnableHealthCheck) === 'true';
  if (param === 'BgpConfig') return RouteType === 'Bgp';
  return param !== 'SecurityPolicyDatabases' || !byRoutes.includes(RouteType);
}

/** What a VPC's range makes impossible in the policy, and what an identity by name lacks. */
function useCheck(): (
  values: ValuesOf<'IKEOptionsSpecification' | 'SecurityPolicyDatabases'>,
  vpc: Vpc | undefined,
) => FieldError<'IKEOptionsSpecification' | 'SecurityPolicyDatabases'>[] {
  const t = useT();
  return (values, vpc) => {
    const policies = (values.SecurityPolicyDatabases ?? []) as readonly Partial<Policy>[];
    const faults = vpc ? faultsOf(policies, vpc.CidrBlock) : [];
    const range = vpc?.CidrBlock ?? '';
    const ike = (values.IKEOptionsSpecification ?? {}) as FormValues;
    const nameless = (['Local', 'Remot'] as const).filter(
      (end) => ike[`${end}Identity`] === 'FQDN' && isBlank(ike[end === 'Local' ? 'LocalFqdnName' : 'RemoteFqdnName']),
    );
    return [
      ...faults.map((fault) => ({
        path: `SecurityPolicyDatabases.${fault.at}` as const,
        message:
          fault.kind === 'outside' ? t('vpnConnection.outside', { range }) : t('vpnConnection.overlaps', { block: fault.block, range }),
      })),
      ...nameless.map((end) => ({
        path: `IKEOptionsSpecification.${end === 'Local' ? 'LocalFqdnName' : 'RemoteFqdnName'}` as const,
        message: t('vpnConnection.nameNeeded'),
      })),
    ];
  };
}

/** Said of what is weak among the options. */
function Weak({ values }: { readonly values: ValuesOf<'IKEOptionsSpecification' | 'IPSECOptionsSpecification'> }) {
  const t = useT();
  const formats = useFormats();
  const weak = [values.IKEOptionsSpecification, values.IPSECOptionsSpecification].flatMap((options) =>
    weakIn((options ?? {}) as FormValues),
  );
  if (weak.length === 0) return null;
  return (
    <Notice meaning="warning" title={t('vpnConnection.weak')}>
      {t('vpnConnection.weakBody', { names: formats.list([...new Set(weak)]) })}
    </Notice>
  );
}

const vpcOf = (values: ValuesOf<'VpnGatewayId'>, gateways: readonly VpnGateway[]): string | undefined =>
  gateways.find(({ VpnGatewayId }) => VpnGatewayId === values.VpnGatewayId)?.VpcId;

export function CreateVpnConnection() {
  const t = useT();
  const scope = useScope();
  const isToday = useDialect() === 'today';
  const gateways = useList(scope, 'vpn-gateway');
  const vpcs = useList(scope, 'vpc');
  const check = useCheck();
  return (
    <CreateForm
      family="vpn-connection"
      fields={['RouteType', ...fields, ...todays]}
      applies={(param, values) => isAsked(param, values)}
      components={components}
      initial={{
        SecurityPolicyDatabases: [{ LocalCidrBlock: '', RemoteCidrBlock: [] }],
        IKEOptionsSpecification: isToday ? bestIke : goodIke,
        IPSECOptionsSpecification: isToday ? bestIpsec : goodIpsec,
      }}
      derived={(values) => {
        const VpcId = vpcOf(values, gateways.rows);
        // One of a CCN's gateway is in none.
        return paramValues(VpcId ? { VpcId } : {});
      }}
      check={(values) => {
        const id = vpcOf(values, gateways.rows);
        const unknown = gateways.complete && !isBlank(values.VpnGatewayId) && id === undefined;
        const gone = unknown ? [{ path: 'VpnGatewayId' as const, message: t('vpnConnection.noGateway') }] : [];
        return [
          ...gone,
          ...check(
            values,
            vpcs.rows.find(({ VpcId }) => VpcId === id),
          ),
        ];
      }}
      note={({ values }) => (
        <>
          <Weak values={values} />
          <p className="text-muted">{t('vpnConnection.routesToo')}</p>
        </>
      )}
    />
  );
}

/** Everything but the VPN gateway. The key is left as it is unless a new one is entered. */
export function EditVpnConnection({ id }: { readonly id: string }) {
  const t = useT();
  const vpcs = useList(useScope(), 'vpc');
  const list = useList(useScope(), 'vpn-connection');
  const check = useCheck();
  const row = list.rows.find(({ VpnConnectionId }) => VpnConnectionId === id);
  const vpcId = row?.VpcId;
  const vpc = vpcs.rows.find(({ VpcId }) => VpcId === vpcId);
  return (
    <EditedVpc value={vpcId}>
      <EditForm
        family="vpn-connection"
        id={id}
        // How it is led is chosen at its creation.
        applies={(param, values) => isAsked(param, { ...values, RouteType: row?.RouteType })}
        components={components}
        precondition={({ PreShareKey }, values) => (isBlank(values.PreShareKey) ? {} : { PreShareKey })}
        initialFrom={(row) => paramValues({ PreShareKey: '', SecurityPolicyDatabases: row.SecurityPolicyDatabaseSet })}
        check={(values) => check(values, vpc)}
        note={({ values, params }) => {
          const { VpnConnectionId: _id, VpnConnectionName: _name, ...more } = params;
          return (
            <>
              <Weak values={values} />
              <p className="text-muted">{t('vpnConnection.keyKept')}</p>
              {Object.keys(more).length > 0 && <Notice live meaning="warning" title={t('vpnConnection.interrupts')} />}
            </>
          );
        }}
      />
    </EditedVpc>
  );
}
