/** The room of the picture while it is on its way. */
export const PicturePlace = () => <div aria-hidden="true" className="shimmer h-64 rounded-md bg-hover" />;
