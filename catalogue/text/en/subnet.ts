import type { FamilyText } from '../shape.ts';

export const text = {
  one: 'subnet',
  many: 'subnets',
  what: 'A block of a VPC’s addresses in one zone. Every instance, interface and database takes its address from a subnet, and every subnet follows one route table.',
  actions: {
    'vpc:CreateSubnet': {
      title: 'Create subnet',
      what: 'Cuts a block out of the VPC’s range and puts it in a zone. The subnet joins the default route table of the VPC.',
    },
    'vpc:DescribeSubnets': { title: 'List subnets' },
    'vpc:ModifySubnetAttribute': {
      title: 'Edit subnet',
      what: 'Changes the name and the broadcast setting. What is left out stays as it is.',
    },
    'vpc:DeleteSubnet': {
      title: 'Delete subnet',
      what: 'Removes an empty subnet. Instances, load balancers, databases and network interfaces in it must go first.',
    },
    'vpc2017:CreateSubnet': { title: 'Create several subnets', what: 'Makes a batch of subnets in one VPC.' },
    'vpc2017:DescribeSubnetEx': {
      title: 'List subnets with usage',
      what: 'Also counts the instances in each subnet and, if asked, its network ACL.',
    },
    'vpc2017:DescribeSubnet': { title: 'Show one subnet' },
    'vpc2017:CheckDefaultSubnet': {
      title: 'Check for a default subnet',
      what: 'Asks whether a default subnet can be made in a zone, that is, whether the zone still has a free block for it.',
    },
    'vpc2017:ModifySubnetAttribute': { title: 'Rename subnet' },
    'vpc2017:DeleteSubnet': { title: 'Delete subnet', what: 'Removes an empty subnet.' },
  },
  fields: {
    SubnetId: { label: 'Subnet ID' },
    UnSubnetId: { label: 'Subnet ID', help: 'The present form of the id, e.g. subnet-2ari9m7h.' },
    'vpc2017:DescribeSubnetEx.data.subnetId': {
      label: 'Old ID',
      help: 'The first form of the id, e.g. gz_subnet_18720. Both forms are accepted.',
    },
    'vpc2017:CreateSubnet.subnetSet.subnetId': {
      label: 'Old ID',
      help: 'The first form of the id, e.g. gz_subnet_18720. Both forms are accepted.',
    },
    'vpc2017:DescribeSubnetEx.data.vpcId': { label: 'Old VPC ID' },
    SubnetName: { label: 'Name', help: 'Up to 60 characters.' },
    CidrBlock: {
      label: 'IPv4 range',
      help: 'A block inside the VPC’s range, with a mask from /16 to /28, that overlaps no other subnet of the VPC. It cannot be changed later.',
    },
    'vpc:DescribeSubnets.Filters.cidr-block': { label: 'IPv4 range' },
    Zone: { label: 'Zone', help: 'Where the instances of the subnet will be. It cannot be changed later.' },
    'vpc:DescribeSubnets.Filters.zone': { label: 'Zone' },
    IsDefault: { label: 'Default subnet' },
    EnableBroadcast: { label: 'Broadcast', help: 'Lets instances of the subnet send to its broadcast address.' },
    Broadcast: { label: 'Broadcast' },
    AvailableIpAddressCount: { label: 'Free addresses' },
    AvailableIPNum: { label: 'Free addresses' },
    TotalIPNum: { label: 'Addresses', help: 'What instances can use: the size of the block without the three addresses the cloud keeps.' },
    VpcDevices: { label: 'Instances' },
    NetworkAclId: { label: 'Network ACL', help: '0 when none is bound.' },
    GetAclIdFlag: { label: 'With network ACL' },
    Subnet: { label: 'Subnet' },
    SubnetCreateTime: { label: 'Created' },
    'vpc2017:CheckDefaultSubnet.zoneId': { label: 'Zone', help: 'Left empty, all zones of the region are asked.' },
    CheckResult: { label: 'A default subnet can be made' },
  },
  values: {
    OrderField: { createTime: 'Created', subnetName: 'Name' },
    GetAclIdFlag: { '0': 'No', '1': 'Yes' },
  },
} as const satisfies FamilyText;
