import { parseAddress } from '../../../catalogue/address.ts';
import { leadsOutside } from '../../../network/addresses/public-addresses.ts';
import { useList } from '../../api/query.ts';
import { useT } from '../../i18n/index.ts';
import { CreateForm } from '../../kit/form/create-form.tsx';
import type { FieldError, ValuesOf } from '../../kit/form/types.ts';
import { useScope } from '../../lib/scope.ts';

export function CreateCustomerGateway() {
  const t = useT();
  const { rows } = useList(useScope(), 'customer-gateway');
  const check = (values: ValuesOf<'IpAddress'>): FieldError<'IpAddress'>[] => {
    const address = String(values.IpAddress ?? '').trim();
    const number = parseAddress(address);
    if (number === null) return [];
    const known = rows.find(({ IpAddress }) => IpAddress === address);
    if (known) {
      return [{ path: 'IpAddress', message: t('customerGateway.known', { name: known.CustomerGatewayName || known.CustomerGatewayId }) }];
    }
    return leadsOutside(number) ? [] : [{ path: 'IpAddress', message: t('customerGateway.notPublic') }];
  };
  return <CreateForm family="customer-gateway" check={check} />;
}
