/** What sample requests about parameter templates need to find. */
import type { Recipes, SampleParams } from '../../recipe.ts';
import { template } from '../../resources.ts';
import type { SampleWorld } from '../../sample-world.ts';

const have =
  (...names: string[]) =>
  async (s: SampleWorld, p: SampleParams): Promise<void> => {
    for (const name of names) await template(s, p[name] ?? name, undefined, 'TestName');
  };

export const recipes: Recipes = {
  'vpc:CreateAddressTemplateGroup': have('AddressTemplateIds.0', 'AddressTemplateIds.1'),
  'vpc:CreateServiceTemplateGroup': have('ServiceTemplateIds.0', 'ServiceTemplateIds.1'),
  'vpc:DeleteAddressTemplate': have('AddressTemplateId'),
  'vpc:DeleteAddressTemplateGroup': have('AddressTemplateGroupId'),
  'vpc:DeleteServiceTemplate': have('ServiceTemplateId'),
  'vpc:DeleteServiceTemplateGroup': have('ServiceTemplateGroupId'),
  'vpc:DescribeAddressTemplateGroups': have('Filters.1.Values.0'),
  'vpc:DescribeAddressTemplates': have('Filters.1.Values.0'),
  'vpc:DescribeServiceTemplateGroups': have('ppmg'),
  'vpc:DescribeServiceTemplates': have('ppm'),
  'vpc:ModifyAddressTemplateAttribute': have('AddressTemplateId'),
  'vpc:ModifyAddressTemplateGroupAttribute': have('AddressTemplateGroupId'),
  'vpc:ModifyServiceTemplateAttribute': have('ServiceTemplateId'),
  'vpc:ModifyServiceTemplateGroupAttribute': have('ServiceTemplateGroupId'),
};
