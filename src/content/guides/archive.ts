// P6 and P7: two ways in that are closed. Kept so that whoever holds an old leaflet finds out why it no longer works.

import { at, end, guide, labels, links, resident, shows, to, usual, volunteer } from '../write.ts';

const OLD_PORTAL = at('000', '§4');
const OLD_BCA = at('001', 'B1');

export const P6_OLD = guide(
	{
		id: 'P6-portal-account-2022',
		topic: 'archive',
		title: 'Đăng ký tài khoản Cổng Dịch vụ công (cách cũ, 5 bước)',
		summary: 'Hết hiệu lực từ 01/07/2024. Nay không cần đăng ký: đăng nhập bằng VNeID.',
		since: '2022-01-06',
		until: '2024-06-30',
		status: 'historical',
		successor: 'P6-portal-sign-in',
		from: [OLD_PORTAL, at('web', 'thanhtraqnam.gov.vn; dansinh.dantri 20240514104513263')],
		keywords: ['đăng ký tài khoản dịch vụ công', 'cách cũ', '5 bước']
	},
	[
		resident(
			'b1',
			'Bước 1: mở trang',
			'Trước đây: mở Cổng Dịch vụ công quốc gia, bấm “Đăng ký” ở góc trên bên phải.',
			'b2',
			{
				from: [OLD_PORTAL],
				...labels('Đăng ký'),
				notes: ['Điều kiện khi đó: có mạng, SIM chính chủ, thông tin khớp với nhà mạng.']
			}
		),
		resident(
			'b2',
			'Bước 2: chọn loại',
			'Chọn “Công dân”, rồi cách xác minh “Thuê bao di động”.',
			[
				{ ...shows('Thuê bao di động', to('b3', 'sim', 'Bằng thuê bao di động')), usual: true },
				shows('Bảo hiểm xã hội', to('b3', 'insurance', 'Bằng mã số bảo hiểm xã hội')),
				shows('USB ký số', to('b3', 'usb', 'Bằng chữ ký số trên USB')),
				shows('SIM ký số', to('b3', 'signing-sim', 'Bằng chữ ký số trên SIM'))
			],
			{ from: [OLD_PORTAL], ...labels('Công dân', 'Doanh nghiệp') }
		),
		resident(
			'b3',
			'Bước 3: điền tờ khai',
			'Điền số CMT/CCCD, họ tên, ngày sinh, số điện thoại; nhập chữ trên hình ở ô “Nhập mã xác thực”; bấm “Đăng ký”.',
			[usual('b4', 'ok', 'Thông tin khớp nhà mạng'), to('carrier', 'mismatch', 'Thông tin không khớp nhà mạng')],
			{ from: [OLD_PORTAL], ...labels('Nhập mã xác thực', 'Đăng ký') }
		),
		resident(
			'b4',
			'Bước 4: mã xác thực',
			'Tự nhập mã gửi về máy, bấm “Xác nhận”; chưa nhận được thì “Gửi lại OTP”.',
			'b5',
			{ from: [OLD_PORTAL], ...labels('Xác thực mã OTP', 'Xác nhận', 'Gửi lại OTP') }
		),
		resident(
			'b5',
			'Bước 5: mật khẩu',
			'Tự đặt mật khẩu từ 8 ký tự có chữ hoa, chữ thường, số, ký tự đặc biệt; bấm “Đăng ký”.',
			'closed',
			{ from: [OLD_PORTAL], ...labels('Đăng ký') }
		),
		end(
			'carrier',
			'declined',
			'Ra nhà mạng',
			'Khi đó phải ra nhà mạng sửa thông tin. Nay không cần: dùng VNeID.',
			'Cách cũ đã hết hiệu lực.',
			[],
			{ from: [OLD_PORTAL], ...links(['P6-portal-sign-in', 'Đăng nhập bằng VNeID']) }
		),
		end(
			'closed',
			'declined',
			'Cách này đã đóng',
			'Từ 01/07/2024 chỉ đăng nhập bằng tài khoản định danh (VNeID).',
			'Cách cũ đã hết hiệu lực.',
			[],
			{ from: [OLD_PORTAL], ...links(['P6-portal-sign-in', 'Đăng nhập bằng VNeID']) }
		)
	]
);

export const P7_OLD = guide(
	{
		id: 'P7-police-portal-account-2022',
		topic: 'archive',
		title: 'Tài khoản cổng dịch vụ công Bộ Công an (cách cũ)',
		summary: 'Không lập tài khoản riêng nữa. Nay đăng nhập bằng VNeID.',
		since: '2022-05-19',
		until: '2024-06-30',
		status: 'historical',
		successor: 'P6-portal-sign-in',
		from: [OLD_BCA, at('001', 'B2'), at('web', 'laodongthudo.vn 191567; dientuungdung.vn 9585')],
		keywords: ['cổng bộ công an', 'tài khoản cũ', 'con dấu', 'cơ sở lưu trú']
	},
	[
		volunteer(
			'which',
			'Khi đó có hai cách vào',
			'Lập tài khoản riêng, hoặc đăng nhập qua cổng quốc gia.',
			[
				{ ...shows('Đăng ký', to('form', 'new', 'Lập tài khoản mới')), usual: true },
				shows('Tài khoản cá nhân, tổ chức', to('sign-in', 'person', 'Đăng nhập cá nhân, tổ chức')),
				shows('Tài khoản Cơ sở cho thuê lưu trú', to('sign-in', 'lodging', 'Đăng nhập cơ sở lưu trú')),
				shows('Đăng nhập Cổng DVC Quốc gia', to('closed', 'national', 'Qua cổng quốc gia'))
			],
			{ from: [OLD_BCA, at('001', 'B2')] }
		),
		resident(
			'form',
			'Tờ khai',
			'Điền họ tên, thư điện tử, số CMND/CCCD, nơi cấp, điện thoại, địa chỉ, mật khẩu; bấm “Đăng ký”, sai thì “Làm mới”.',
			'confirm',
			{
				from: [OLD_BCA],
				...labels('Là tài khoản doanh nghiệp', 'Đăng ký', 'Làm mới'),
				notes: [
					'Mật khẩu từ 8 ký tự, có chữ hoa, chữ thường, số, ký tự đặc biệt (@#$%^&).',
					'Mỗi người hoặc tổ chức một tài khoản; điện thoại và thư điện tử phải đúng.'
				]
			}
		),
		resident('confirm', 'Xác nhận qua thư', 'Mở thư, tự nhập mã hoặc bấm đường dẫn trong thư.', 'closed', {
			from: [OLD_BCA]
		}),
		resident('sign-in', 'Đăng nhập', 'Nhập số và mật khẩu. Quên thì bấm “Quên mật khẩu?”.', 'closed', {
			from: [at('001', 'B2')],
			...labels('Quên mật khẩu?'),
			notes: ['Đổi sang tài khoản khác của cổng quốc gia phải xóa bộ nhớ đệm rồi tải lại trang.']
		}),
		end(
			'closed',
			'declined',
			'Cách này đã đóng',
			'Nay vào Cổng Dịch vụ công quốc gia hoặc VNeID, đăng nhập bằng tài khoản định danh.',
			'Cách cũ đã hết hiệu lực.',
			[],
			{
				from: [OLD_BCA],
				...links(['P6-portal-sign-in', 'Đăng nhập bằng VNeID'])
			}
		)
	]
);
