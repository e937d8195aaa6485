import type { ComponentType } from 'react';
import { type MessageKey, useT } from '../i18n/index.ts';
import { PageTitle } from '../ui/page.tsx';

/** A page under the title of its route: its `Page` says it where it says no other. */
export function withTitle(Content: ComponentType, title: MessageKey): ComponentType {
  return function Titled() {
    return (
      <PageTitle value={useT()(title)}>
        <Content />
      </PageTitle>
    );
  };
}
