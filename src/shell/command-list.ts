/** What the command palette offers, and what of it matches a text. Pure, apart from the families' manifests. */
import { cidrOrNull, parseAddress } from '../../catalogue/address.ts';
import type { Dialect } from '../../catalogue/binding.ts';
import type { Family } from '../../catalogue/define.ts';
import { speechOf } from '../../catalogue/dialects.ts';
import { familyOfId } from '../../catalogue/ids.ts';
import { type FamilyModule, listedFamilies } from '../../catalogue/lazy.ts';
import { regionNames } from '../../catalogue/regions.ts';
import type { FamilyText } from '../../catalogue/text/shape.ts';
import { families } from '../families/manifests.ts';
import type { Translate } from '../i18n/index.ts';
import { operation } from '../lib/family.ts';
import { type ConsoleInfo, regionsOf, type Scope } from '../lib/scope.ts';
import { paths, type UrlScope } from '../paths.ts';
import { placedPages } from '../route-tree.ts';

export interface Command {
  readonly key: string;
  readonly label: string;
  readonly detail?: string;
  /** Of the resource that it leads to. */
  readonly id?: string;
  readonly to: string;
  /** Only offered once something is typed: there are too many of them. */
  readonly hidden?: boolean;
  readonly resource?: boolean;
  /** Leads to a form that makes something. */
  readonly verb?: boolean;
}

export interface KnownResource {
  readonly family: Family;
  readonly id: string;
  readonly name: string;
  /** Where it is. */
  readonly scope: UrlScope;
}

/** The form that makes a resource of a family, by its title. */
interface CreateCommand {
  readonly family: Family;
  readonly title: string;
}

/** The forms that make something: of families that offer one, where the dialect has what it takes. */
export const createsOf = (known: readonly FamilyModule[], words: readonly FamilyText[], dialect: Dialect): CreateCommand[] =>
  known.flatMap((module, index) => {
    const create = operation(module, 'create');
    const title = create && words[index]?.actions[create.name]?.title;
    return title && speechOf(module, dialect, create.name).kind !== 'lacks' ? [{ family: module.data.family, title }] : [];
  });

interface Surroundings {
  readonly t: Translate;
  readonly scope: Scope;
  readonly info: ConsoleInfo | null;
  readonly resources: readonly KnownResource[];
  readonly creates: readonly CreateCommand[];
}

export function commandsFor({ t, scope, info, resources, creates }: Surroundings): Command[] {
  return [
    ...placedPages.map(({ name, title }) => ({ key: name, label: t(title), to: paths.page(name, scope) })),
    ...families.map(({ family }) => ({ key: family, label: t(`family.${family}`), to: paths.list(family, scope) })),
    ...creates.map(({ family, title }) => ({
      key: `create ${family}`,
      label: title,
      to: paths.create(family, scope),
      hidden: true,
      verb: true,
    })),
    ...resources.map(({ family, id, name, scope: its }) => ({
      key: id,
      label: name || id,
      detail: [id, ...elsewhere(its, scope, info)].join(' · '),
      id,
      to: paths.detail(family, id, its),
      hidden: true,
      resource: true,
    })),
    ...regionsOf(info, scope.region, scope.account).map((region) => ({
      key: region,
      label: t('shell.commands.region', { name: Object.values(regionNames(region) ?? [region]).join(' ') }),
      detail: region,
      to: paths.overview({ account: scope.account, region }),
      hidden: true,
    })),
    ...(info?.accounts ?? []).map((account) => ({
      key: `account ${account.id}`,
      label: t('shell.commands.account', { name: account.name }),
      ...(account.uin ? { detail: account.uin } : {}),
      to: paths.overview({ account: account.id === info?.defaultAccount ? undefined : account.id, region: scope.region }),
      hidden: true,
    })),
  ];
}

/** The account and the region of a resource, where they are not those of the page. */
const elsewhere = (its: UrlScope, { account, region }: Scope, info: ConsoleInfo | null): string[] => [
  ...(its.region === region || its.region === undefined ? [] : [its.region]),
  ...(its.account === account ? [] : [info?.accounts.find(({ id }) => id === (its.account ?? info.defaultAccount))?.name ?? '']),
];

const limit = 50;
/** More resources than these stand after the searches, which would else be out of sight. */
const fewResources = 6;

/** Families whose page is one action have nothing to search, and no page for an id. */
const listed = families.filter(({ family }) => listedFamilies.includes(family));

/**
 * For a text: the page of an id, the address space for an address or a block, pages whose names match, the resources that a list has brought, the lists searched for
 * the text, then everything else that has every word of it in its label or detail.
 */
export function matchingCommands(all: readonly Command[], text: string, { t, scope }: Pick<Surroundings, 't' | 'scope'>): Command[] {
  const sought = text.trim();
  if (sought === '') return all.filter((command) => !command.hidden);
  const words = sought.toLowerCase().split(/\s+/);
  const found = all.filter((command) => {
    const own = `${command.label} ${command.detail ?? ''}`.toLowerCase();
    return words.every((word) => own.includes(word));
  });
  const family = familyOfId(sought);
  const page = family !== undefined && listed.some((entry) => entry.family === family) && !found.some((command) => command.id === sought);
  const open = page ? [{ key: 'open', label: t('shell.commands.openId', { id: sought }), to: paths.detail(family, sought, scope) }] : [];
  const isBlock = parseAddress(sought) !== null || cidrOrNull(sought) !== null;
  const space = { key: 'space', label: t('shell.commands.space', { text: sought }), to: paths.page('addresses', scope, { q: sought }) };
  const searches = listed.map((entry) => ({
    key: `find ${entry.family}`,
    label: t('shell.commands.find', { text: sought, family: t(`family.${entry.family}`) }),
    to: paths.list(entry.family, scope, { q: sought }),
  }));
  const isPage = (command: Command): boolean => !command.hidden;
  const hidden = found.filter((command) => !isPage(command));
  const here = hidden.filter((command) => command.resource).slice(0, fewResources);
  const verbs = hidden.filter((command) => command.verb);
  const rest = hidden.filter((command) => !here.includes(command) && !command.verb).slice(0, limit);
  return [...open, ...(isBlock ? [space] : []), ...found.filter(isPage), ...here, ...verbs, ...searches, ...rest];
}
