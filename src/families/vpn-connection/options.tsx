import { use } from 'react';
import type { Field as FieldData } from '../../../catalogue/define.ts';
import { fieldText } from '../../../catalogue/text/shape.ts';
import { useT } from '../../i18n/index.ts';
import { Control } from '../../kit/form/controls.tsx';
import type { FieldControlProps } from '../../kit/form/types.ts';
import { FormContext } from '../../kit/form/words.ts';
import { useFamily } from '../../kit/words.ts';
import type { FormValues } from '../../lib/form.ts';
import { Field } from '../../ui/field.tsx';

/** What a new tunnel begins with: the strongest that both of the API's vendors speak. The API's own defaults are 3DES and MD5. */
export const goodIke = {
  PropoEncryAlgorithm: 'AES-CBC-256',
  PropoAuthenAlgorithm: 'SHA1',
  ExchangeMode: 'MAIN',
  LocalIdentity: 'ADDRESS',
  RemotIdentity: 'ADDRESS',
  DhGroupName: 'GROUP14',
  IKESaLifetimeSeconds: '86400',
  IKEVersion: 'IKEV1',
} as const;

export const goodIpsec = {
  EncryptAlgorithm: 'AES-CBC-256',
  IntegrityAlgorithm: 'SHA1',
  IPSECSaLifetimeSeconds: '3600',
  PfsDhGroup: 'DH-GROUP14',
  IPSECSaLifetimeTraffic: '604800',
} as const;

/** The same where the account's API has stronger hashes: of those for keys, the documents' SHA1 is not in today's set. */
export const bestIke = { ...goodIke, PropoAuthenAlgorithm: 'SHA-256' } as const;

export const bestIpsec = { ...goodIpsec, IntegrityAlgorithm: 'SHA-256' } as const;

const weakValues: ReadonlySet<unknown> = new Set([
  '3DES-CBC',
  'DES-CBC',
  'NULL',
  'MD5',
  'GROUP1',
  'GROUP2',
  'GROUP5',
  'DH-GROUP1',
  'DH-GROUP2',
  'DH-GROUP5',
]);

/** The choices among some options that are broken or weak by now. No PFS is a choice, not a weakness. */
export const weakIn = (options: FormValues): string[] =>
  Object.entries(options).flatMap(([name, value]) =>
    (name !== 'PfsDhGroup' || value !== 'NULL') && weakValues.has(value) ? [String(value)] : [],
  );

/** An identity is an address or a name: each has a field, of which only the chosen one is there. */
const hangsOn: Readonly<Record<string, { readonly kind: string; readonly is: 'ADDRESS' | 'FQDN' }>> = {
  LocalAddress: { kind: 'LocalIdentity', is: 'ADDRESS' },
  LocalFqdnName: { kind: 'LocalIdentity', is: 'FQDN' },
  RemoteAddress: { kind: 'RemotIdentity', is: 'ADDRESS' },
  RemoteFqdnName: { kind: 'RemotIdentity', is: 'FQDN' },
};

const isThere = (name: string, options: FormValues): boolean => {
  const rule = hangsOn[name];
  return !rule || (options[rule.kind] || 'ADDRESS') === rule.is;
};

/** Without what the chosen identities leave no room for: both kinds at once are refused (InvalidParameter.Coexist). */
const fitting = (options: FormValues): FormValues => Object.fromEntries(Object.entries(options).filter(([name]) => isThere(name, options)));

/** A set of options, folded away: what is chosen stands on the fold. */
export function Options({ path, field, value, onChange, onBlur }: FieldControlProps) {
  const t = useT();
  const words = use(FormContext);
  const { text } = useFamily('vpn-connection');
  const errorFor = words?.errorFor ?? (() => undefined);
  const options = (typeof value === 'object' && value !== null ? value : {}) as FormValues;
  const fields: readonly [string, FieldData][] = field.kind === 'struct' ? Object.entries(field.fields) : [];
  const wrong = fields.some(([name]) => errorFor(`${path}.${name}`) !== undefined);
  const told = ['PropoEncryAlgorithm', 'PropoAuthenAlgorithm', 'DhGroupName', 'EncryptAlgorithm', 'IntegrityAlgorithm', 'PfsDhGroup']
    .map((name) => options[name])
    .filter(Boolean)
    .join(' · ');
  return (
    <details className="rounded border border-line" open={wrong || undefined}>
      <summary className="px-3 py-1.5">
        <span className="font-mono text-xs">{told || t('vpnConnection.cloudDefaults')}</span>
      </summary>
      <div className="grid gap-4 border-line border-t p-3 sm:grid-cols-2">
        {fields
          .filter(([name]) => isThere(name, options))
          .map(([name, inner]) => {
            const place = `${path}.${name}`;
            const { label, help } = fieldText(text, words?.action ?? '', place);
            return (
              <Field key={name} label={label} name={name} help={help} required={inner.required ?? false} error={errorFor(place)}>
                {(ids) => (
                  <Control
                    ids={ids}
                    path={place}
                    field={inner}
                    value={options[name]}
                    onChange={(next) => onChange(fitting({ ...options, [name]: next }))}
                    onBlur={onBlur}
                  />
                )}
              </Field>
            );
          })}
      </div>
    </details>
  );
}
