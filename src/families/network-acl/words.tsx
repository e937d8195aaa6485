/** Rules and sets of packets in words. */
import { rangeText } from '../../../network/addresses/ranges.ts';
import { blocksOfRun } from '../../../network/model/space.ts';
import type { Box, PacketSet } from '../../../network/packets/packet-set.ts';
import { protocolsOf } from '../../../network/packets/services.ts';
import { useFormats, useT } from '../../i18n/index.ts';

/** Says what packets a set holds: "TCP 22, 10.0.0.0/8". */
export function useTraffic(): (set: PacketSet) => string {
  const t = useT();
  const formats = useFormats();
  const addresses = (box: Box): string => {
    const text = rangeText(box);
    if (text === '0.0.0.0/0') return t('networkAcl.traffic.anywhere');
    const [only, ...more] = box.family === 'IPv4' ? blocksOfRun(box) : [];
    return only !== undefined && more.length === 0 ? only.replace(/\/32$/, '') : text;
  };
  const what = (box: Box): string => {
    const protocols = protocolsOf(box.protocols);
    const words = protocols.length === 4 ? t('networkAcl.traffic.any') : protocols.join(', ');
    if (box.low === 0 && box.high === 65535) return words;
    const ports = box.low === box.high ? String(box.low) : `${box.low}-${box.high}`;
    return t('networkAcl.traffic.ports', { protocols: words, ports });
  };
  const shown = 3;
  return (set) => {
    const parts = set.slice(0, shown).map((box) => t('networkAcl.traffic.to', { what: what(box), addresses: addresses(box) }));
    return formats.list(set.length > shown ? [...parts, '…'] : parts);
  };
}
