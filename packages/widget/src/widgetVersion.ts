declare const MTC_BUILT_VERSION: string | undefined

/** Version of this package: that of package.json, which the build knows. */
export const widgetVersion: string = typeof MTC_BUILT_VERSION === "string" ? MTC_BUILT_VERSION : "0.0.0-source"
