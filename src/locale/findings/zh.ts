/** 检查数据时发现的问题，按英文模板逐句对应；{0}、{1} 为其中的值，次序可变。 */
export const findingsInChinese: Readonly<Record<string, string>> = {};
