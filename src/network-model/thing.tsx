/** A thing of the network by its id, wherever it stands: its link leads to its own account and region. */
import type { Family } from '../../catalogue/define.ts';
import { familyOfId } from '../../catalogue/ids.ts';
import { RefLink } from '../kit/ref.tsx';
import { ScopeContext } from '../lib/scope.ts';
import type { UrlScope } from '../paths.ts';
import { Code } from '../ui/copy.tsx';
import type { Network } from './use-network.ts';

interface ThingProps {
  readonly network: Pick<Network, 'known'>;
  readonly id: string;
  /** Where the id does not tell it. */
  readonly family?: Family | undefined;
  /** The id after the name, with copy. */
  readonly full?: boolean;
}

export function Thing({ network, id, family = familyOfId(id), full = false }: ThingProps) {
  const known = network.known.get(id);
  if (family === undefined) return <Code>{id}</Code>;
  const link = known ? <RefLink family={family} id={id} name={known.name} full={full} /> : <RefLink family={family} id={id} full={full} />;
  if (!known) return link;
  const vpc = known.vpc === undefined ? null : calledIn(network, known.vpc);
  return (
    <ScopeContext value={known.scope}>
      {link}
      {vpc !== null && <span className="text-muted"> ({vpc})</span>}
    </ScopeContext>
  );
}

/** The account and region of a thing, for links; those of the page where they are not known. */
export const scopeOf = (network: Pick<Network, 'known'>, id: string, here: UrlScope): UrlScope => network.known.get(id)?.scope ?? here;

/** What a person calls it: its name, else its id. */
export const calledIn = (network: Pick<Network, 'known'>, id: string): string => network.known.get(id)?.name || id;
