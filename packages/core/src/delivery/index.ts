export * from './actions/ActionPlan';
export { DELIVERY_ACTIONS } from './actions/describeActions';
export * from './actions/planAction';
export * from './Delivery';
export * from './KubernetesObject';
export * from './parseKubernetesObjects';
export * from './readDeliveries';
