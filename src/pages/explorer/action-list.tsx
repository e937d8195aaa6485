import { use, useEffect, useRef, useState, useTransition } from 'react';
import { Link } from 'react-router';
import { isService, services } from '../../../catalogue/services.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { capital } from '../../kit/words.ts';
import { useScope } from '../../lib/scope.ts';
import { paths } from '../../paths.ts';
import { cx } from '../../ui/cx.ts';
import { SearchInput } from '../../ui/input.tsx';
import { Choice } from './block.tsx';
import { type ActionSourceFilter, fromSource, loadList, loadSources, matchingFamilies } from './families.ts';

const choices: readonly ActionSourceFilter[] = ['all', 'documents', 'today'];

/** Every action that can be called, by family, narrowed by typing. */
export function ActionList({ current }: { readonly current: string | null }) {
  const t = useT();
  const scope = useScope();
  const list = use(loadList(useLanguage()));
  const [text, setText] = useState('');
  const [source, setSource] = useState<ActionSourceFilter>('all');
  const [, startTransition] = useTransition();
  const box = useRef<HTMLDivElement>(null);
  // Opened by its URL, an action far down the list is brought into sight.
  useEffect(() => {
    if (current !== null) box.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const sources = source === 'all' ? null : use(loadSources());
  const found = matchingFamilies(fromSource(list, sources, source), text);
  const count = found.reduce((sum, family) => sum + family.actions.length, 0);
  return (
    <nav aria-label={t('explorer.actions')} className="flex min-h-0 flex-col gap-2">
      <SearchInput label={t('explorer.search')} value={text} onChange={setText} className="w-full shrink-0" />
      <Choice
        label={t('explorer.source')}
        value={source}
        // What tells it is loaded first; until then the list stays.
        onChange={(next) => startTransition(() => setSource(next))}
        options={choices.map((value) => ({ value, label: t(`explorer.source.${value}`) }))}
      />
      <p role="status" className="text-muted text-xs">
        {t('explorer.count', { n: count })}
      </p>
      <div ref={box} className="min-h-0 overflow-y-auto rounded-md border border-line bg-surface py-1">
        {found.map((family) => (
          <section key={family.family ?? ''} className="px-1.5 py-1">
            <h2 className="px-2 py-1 font-medium text-muted text-xs">
              {family.title === '' ? t('explorer.further') : capital(family.title)}
            </h2>
            <ul>
              {family.actions.map(({ name, title }) => {
                const [service = '', action = ''] = name.split(':');
                if (!isService(service)) return null;
                return (
                  <li key={name}>
                    <Link
                      to={paths.action(service, action, scope)}
                      aria-current={name === current ? 'page' : undefined}
                      className={cx(
                        'quick flex flex-col rounded px-2 py-1 outline-offset-[-2px]',
                        name === current ? 'bg-accent-soft text-accent' : 'hover:bg-hover',
                      )}
                    >
                      <span className="flex items-baseline gap-2">
                        <span className={cx('min-w-0 flex-1 wrap-anywhere', name === current && 'font-medium')}>{title}</span>
                        <span className="text-muted text-xs">{isService(service) ? services[service].label : service}</span>
                      </span>
                      {title !== action && <code className="truncate text-muted text-xs">{action}</code>}
                    </Link>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
        {found.length === 0 && <p className="px-3 py-4 text-muted">{t('ui.noMatch')}</p>}
      </div>
    </nav>
  );
}
