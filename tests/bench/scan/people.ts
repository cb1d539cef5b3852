// Card texts of people who do not exist, as many as wanted: every number begins with 000, which no province has.

import type { Chance } from './random.ts';

const words = (text: string) => text.split('|');
const FAMILY = words(
	'Nguyễn|Trần|Lê|Phạm|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Lý|Trịnh|Mai|Tạ|Quách|Thạch|Giàng|Lò|Đèo'
);
const MIDDLE = [
	words('Văn|Hữu|Đức|Quốc|Thanh|Công|Đình|Trọng|Bá|Khắc|Viết'),
	words('Thị|Ngọc|Thùy|Phương|Diệu|Bích|Mỹ|Hồng|Quỳnh')
] as const;
const GIVEN = [
	words('Bình|Cường|Dũng|Đạt|Hùng|Khôi|Kiên|Lộc|Mạnh|Nghĩa|Phúc|Quân|Thắng|Thịnh|Trí|Tuấn|Việt|Vượng|Vỹ'),
	words('Ánh|Diễm|Duyên|Hà|Hạnh|Hằng|Hiền|Hương|Lan|Ngân|Nhung|Phượng|Thảo|Thơ|Thúy|Trinh|Tuyết|Uyên|Yến')
] as const;
const STREET = words(
	'Lý Thường Kiệt|Nguyễn Trãi|Trần Hưng Đạo|Hai Bà Trưng|Phan Đình Phùng|Điện Biên Phủ|Võ Văn Kiệt|Hoàng Văn Thụ'
);
const HAMLET = words('Thôn Đông|Xóm 7|Ấp Bình Thuận|Khu phố 3|Tổ dân phố số 12|Bản Nà Lốc|Buôn Ea Tul|Khóm 4');
const WARD = words(
	'An Phú|Cẩm Nam|Đông Ngạc|Giảng Võ|Hòa Khánh Bắc|Mỹ Đình 2|Phường 12|Rạch Sỏi|Xuân Đỉnh|Ỷ La|Đắk Mil'
);
const DISTRICT = words('Quận 1|Gò Vấp|Bắc Từ Liêm|Sơn Trà|Ninh Kiều|TX. Sơn Tây|Châu Thành|Krông Pắc|Mường La|Đức Huệ');
const PROVINCE = words(
	'Hà Nội|Hải Phòng|Thừa Thiên Huế|Đà Nẵng|Quảng Ngãi|Đắk Lắk|TP. Hồ Chí Minh|Cần Thơ|Bà Rịa - Vũng Tàu|Sóc Trăng'
);

export interface MadeCard {
	readonly text: string;
	readonly kind: 'chipCardOld' | 'idCard';
}

export function makeCard(chance: Chance): MadeCard {
	const sex = chance.whole(0, 2) as 0 | 1;
	const year = chance.whole(1940, 2012);
	const twoDigits = (value: number) => String(value).padStart(2, '0');
	const makeDay = (of: number) => `${twoDigits(chance.whole(1, 29))}${twoDigits(chance.whole(1, 13))}${of}`;
	const number = `000${(year < 2000 ? 0 : 2) + sex}${twoDigits(year % 100)}${String(chance.whole(0, 1e6)).padStart(6, '0')}`;
	const hasOld = year <= 2003 && chance.isLucky(0.75);
	const old = hasOld ? `000${String(chance.whole(0, 1e6)).padStart(6, '0')}` : '';
	const kind = chance.isLucky(0.4) ? 'idCard' : 'chipCardOld';
	const issued =
		kind === 'idCard'
			? `${twoDigits(chance.whole(1, 29))}1${chance.whole(0, 2)}2025`
			: makeDay(chance.whole(2021, 2024));
	const plain = [chance.pick(FAMILY), chance.pick(MIDDLE[sex]), chance.pick(GIVEN[sex])].join(' ');
	const name = chance.isLucky(0.25) ? plain.toLocaleUpperCase('vi') : plain;
	const fields = [number, old, name, makeDay(year), sex ? 'Nữ' : 'Nam', makeAddress(chance), issued];
	if (kind === 'idCard') fields.push('', '', '', '');
	const text = fields.join('|');
	return { kind, text: chance.isLucky(0.04) ? text.normalize('NFD') : text };
}

function makeAddress(chance: Chance): string {
	const house = `${chance.isLucky(0.4) ? 'Số ' : ''}${chance.whole(1, 999)}${chance.isLucky(0.3) ? `/${chance.whole(1, 60)}` : ''}`;
	const parts = chance.isLucky(0.6) ? [`${house} ${chance.pick(STREET)}`] : [];
	if (parts.length === 0 || chance.isLucky(0.4)) parts.push(chance.pick(HAMLET));
	return [...parts, chance.pick(WARD), chance.pick(DISTRICT), chance.pick(PROVINCE)].join(', ');
}
