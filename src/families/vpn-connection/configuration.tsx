import { useQuery } from '@tanstack/react-query';
import { Download, FileText } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import type { VpnConnection } from '../../../catalogue/families/vpn-connection/index.ts';
import type { ResultOf } from '../../../catalogue/index.ts';
import { loadFamily } from '../../../catalogue/lazy.ts';
import { type ApiError, toApiError } from '../../api/api-error.ts';
import { decodedAction, wholeAnswer } from '../../api/decoded.ts';
import { dialectOf, runOperation } from '../../api/run.ts';
import { partsOptions } from '../../api/single.ts';
import { useT } from '../../i18n/index.ts';
import { ErrorPlace } from '../../kit/error-place.tsx';
import { LeftOut } from '../../kit/left-out.tsx';
import { dots } from '../../kit/words.ts';
import { download } from '../../lib/download.ts';
import { useScope } from '../../lib/scope.ts';
import { Button } from '../../ui/button.tsx';
import { Select, Switch } from '../../ui/choice.tsx';
import { Copy } from '../../ui/copy.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/input.tsx';
import { Card } from '../../ui/parts.tsx';

interface DeviceConfiguration {
  readonly text: string;
  readonly vendor: string;
}

type Vendor = ResultOf<'vpc:DescribeCustomerGatewayVendors'>['CustomerGatewayVendorSet'][number];

/** Asks the cloud to write. The answer holds the key, so it stays out of the cache that the pages share. */
function useWriting({ VpnGatewayId, VpnConnectionId }: VpnConnection) {
  const scope = useScope();
  const [written, setWritten] = useState<DeviceConfiguration | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [pending, setPending] = useState(false);
  const write = async ({ VendorName, Platform, SoftwareVersion }: Vendor, InterfaceName: string): Promise<void> => {
    setPending(true);
    setError(null);
    try {
      const CustomerGatewayVendor = { VendorName, Platform, SoftwareVersion };
      const params = { VpnGatewayId, VpnConnectionId, CustomerGatewayVendor, InterfaceName };
      const { data, requestId } = await runOperation(
        scope,
        await loadFamily('vpn-connection'),
        'vpc:DownloadCustomerGatewayConfiguration',
        params,
      );
      const action = await decodedAction('vpn-connection', 'vpc:DownloadCustomerGatewayConfiguration', dialectOf(scope));
      const { CustomerGatewayConfiguration: text } = wholeAnswer(action, data, requestId);
      setWritten({ text: String(text), vendor: VendorName });
    } catch (thrown) {
      setWritten(null);
      setError(toApiError(thrown));
    } finally {
      setPending(false);
    }
  };
  return { written, error, pending, write };
}

/** What the remote end's device is to be told, as the cloud writes it for a vendor. The pre-shared key in it is covered until it is asked for. */
export function Configuration({ row }: { readonly row: VpnConnection }) {
  const t = useT();
  const vendors = useQuery({
    ...partsOptions(useScope(), 'customer-gateway', 'vpc:DescribeCustomerGatewayVendors', {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { written, error, pending, write } = useWriting(row);
  return (
    <Card title={t('vpnConnection.configuration')}>
      <div className="flex flex-col gap-4">
        <p className="text-muted">{t('vpnConnection.configurationBody')}</p>
        {vendors.error && <ErrorPlace error={toApiError(vendors.error)} onRetry={() => void vendors.refetch()} />}
        <LeftOut problems={vendors.data?.unreadable ?? []} />
        <Device
          vendors={vendors.data?.data.CustomerGatewayVendorSet ?? []}
          // Before the devices are known there is nothing to write for.
          pending={pending || vendors.isPending}
          onWrite={(vendor, port) => void write(vendor, port)}
        />
        {error && <ErrorPlace live error={error} />}
        {written && <Text row={row} text={written.text} name={`${row.VpnConnectionId}-${written.vendor}`} />}
      </div>
    </Card>
  );
}

interface DeviceProps {
  readonly vendors: readonly Vendor[];
  readonly pending: boolean;
  readonly onWrite: (vendor: Vendor, port: string) => void;
}

/** Which device it is for, and which of its interfaces the tunnel leaves by. */
function Device({ vendors, pending, onWrite }: DeviceProps) {
  const t = useT();
  const [chosen, setChosen] = useState('0');
  const [typed, setTyped] = useState('');
  const vendor = vendors[Number(chosen)];
  const port = typed.trim();
  return (
    <form
      className="flex flex-wrap items-start gap-x-3 gap-y-1"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        if (vendor && port !== '') onWrite(vendor, port);
      }}
    >
      <div className="w-64 max-w-full">
        <Field label={t('vpnConnection.device')} required>
          {(ids) => (
            <Select
              {...ids}
              value={vendor ? chosen : ''}
              onChange={setChosen}
              options={vendors.map(({ VendorName, Platform, SoftwareVersion }, at) => ({
                value: String(at),
                label: `${VendorName} ${Platform} ${SoftwareVersion}`,
              }))}
            />
          )}
        </Field>
      </div>
      <div className="w-64 max-w-full">
        <Field label={t('vpnConnection.interface')} required>
          {(ids) => <TextInput {...ids} mono value={typed} onChange={setTyped} placeholder="GigabitEthernet0/1" />}
        </Field>
      </div>
      <div className="pt-6">
        <Button
          type="submit"
          variant="primary"
          pending={pending}
          icon={<FileText aria-hidden="true" className="size-4" />}
          disabledReason={port === '' ? t('vpnConnection.interfaceFirst') : undefined}
        >
          {t('vpnConnection.write')}
        </Button>
      </div>
    </form>
  );
}

interface TextProps {
  readonly row: VpnConnection;
  readonly text: string;
  /** Of the file, without its end. */
  readonly name: string;
}

function Text({ row, text, name }: TextProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const shown = open || row.PreShareKey === '' ? text : text.replaceAll(row.PreShareKey, dots);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-3">
        <span className="flex items-center gap-2">
          <Switch checked={open} onChange={setOpen} label={t('vpnConnection.showKey')} />
          <span aria-hidden="true">{t('vpnConnection.showKey')}</span>
        </span>
        <span className="flex-1" />
        <Copy text={text} label={t('vpnConnection.copyAll')} />
        <Button
          size="sm"
          icon={<Download aria-hidden="true" className="size-3.5" />}
          onClick={() => download(`${name}.txt`, 'text/plain', text)}
        >
          {t('vpnConnection.download')}
        </Button>
      </div>
      <section
        aria-label={t('vpnConnection.configuration')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-[32rem] overflow-auto rounded border border-line bg-canvas p-3"
      >
        <pre className="text-xs leading-5">{shown}</pre>
      </section>
    </div>
  );
}
